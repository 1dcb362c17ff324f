/** UTF-16 units of the longest name of a filter in a removal; most lines of the lists are shorter. */
const LONGEST_NAME = 120;
/** Units of a list of sites that is not shortened. */
const SHORT_LIST = 40;

/**
 * A filter's line as a removal names it: as it stands in the list, but a long list of sites shortened to its first one,
 * and a long selector to its beginning. The same line always has the same name.
 */
export function displayName(line: string): string {
  const sign = /#@?#/.exec(line);
  const name =
    sign === null
      ? line.replace(
          /((?:^|[$,])(?:domain|from|to|denyallow)=)([^,]*)/g,
          (_, option: string, sites: string) => option + shortened(sites, '|'),
        )
      : shortened(line.slice(0, sign.index), ',') + line.slice(sign.index);
  if (name.length <= LONGEST_NAME) return name;
  return `${name
    .slice(0, LONGEST_NAME - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}

function shortened(sites: string, separator: string): string {
  return sites.length <= SHORT_LIST ? sites : `${sites.slice(0, sites.indexOf(separator) + 1 || SHORT_LIST)}…`;
}
