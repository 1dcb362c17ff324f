import { fstatSync, type Stats, statSync } from 'node:fs';

/**
 * The first input that lies where something is to be written, under whatever name, or undefined. A result that took the
 * place of its page would be all that is left of it.
 *
 * @param outputs paths of files and folders; what is not there yet, or is a device, does no harm
 * @param inputs paths, and `-` for standard input
 */
export function overwrittenInput(outputs: readonly string[], inputs: readonly string[]): string | undefined {
  const places = new Set<string>();
  for (const output of outputs) {
    const there = lookAt(output);
    if (there?.isFile() || there?.isDirectory()) places.add(identity(there));
  }
  if (places.size === 0) return undefined;
  return inputs.find((input) => {
    const there = lookAt(input);
    return there !== undefined && places.has(identity(there));
  });
}

function lookAt(name: string): Stats | undefined {
  try {
    return name === '-' ? fstatSync(0) : statSync(name, { throwIfNoEntry: false });
  } catch {
    return undefined; // reading or writing it will say why
  }
}

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}
