import { STYLESHEET, STYLESHEET_HASH } from './data/stylesheet.ts';
import { excerpt } from './escape.ts';

/** Nothing is loaded, run or sent; the one style sheet is known by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLESHEET_HASH}'; base-uri 'none'; form-action 'none'`;
const LONGEST_TITLE = 120;

/** A section that the bar at the top leads to. */
export interface Section {
  readonly id: string;
  readonly name: string;
  /** Shown beside the name. */
  readonly number?: string;
  readonly html: string;
}

/** A whole HTML page without a script and without anything to load. `title` is plain text, all else HTML. */
export function reportDocument(title: string, header: string, sections: readonly Section[], footer: string): string {
  const links = sections.map(
    ({ id, name, number }) =>
      `<li><a href="#${id}">${name}${number === undefined ? '' : `<span class="n">${number}</span>`}</a></li>`,
  );
  const bodies = sections.map(({ id, name, html }) => `<section id="${id}" aria-label="${name}">${html}</section>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${excerpt(title, LONGEST_TITLE)}</title>
<style>${STYLESHEET}</style>
</head>
<body>
<a class="skip" href="#${sections[0]?.id ?? ''}">Skip to the figures</a>
<div class="wrap">
<header>${header}</header>
<nav aria-label="Sections"><ul>${links.join('')}</ul></nav>
<main>
${bodies.join('\n')}
</main>
<footer>${footer}</footer>
</div>
</body>
</html>
`;
}
