import type { Format } from '../options.ts';
import type { Source } from './sources.ts';

/** How the files of a format end. */
export const EXTENSIONS: Readonly<Record<Format, string>> = {
  text: '.txt',
  json: '.json',
  jsonl: '.jsonl',
  markdown: '.md',
  html: '.html',
};

/** Bytes of one part of a path, less than every file system's limit by what is put behind it. */
const LONGEST_PART = 200;
const LONGEST_RECORD_NAME = 80;
/** Digits of a record's number, so that names sort as the records stand. */
const DIGITS = 8;

/**
 * A place below the output folder for each source, like its place below the folder that was named: a file's name
 * without an ending for a document, a folder for the records of an archive. No two are the same, also where large and
 * small letters are not told apart, and none leads out.
 *
 * @param extension what is put behind the names of documents
 */
export function targetsOf(sources: readonly Source[], extension: string): ReadonlyMap<Source, string> {
  /** Paths taken, and whether by a folder that others may share. */
  const taken = new Map<string, 'file' | 'folder' | 'own folder'>();
  const targets = new Map<Source, string>();
  for (const source of sources) {
    const parts = source.within.split('/');
    const last = parts.pop() ?? '';
    let folder = '';
    for (const part of parts) folder = place(taken, folder, safe(part), '', 'folder');
    const isDocument = source.kind === 'document';
    const name = isDocument ? last.replace(/(.)\.[^.]*$/, '$1') : last.replace(/(.)\.(?:gz|zst)$/i, '$1');
    const ending = isDocument ? extension : '';
    targets.set(source, place(taken, folder, safe(name), ending, isDocument ? 'file' : 'own folder'));
  }
  return targets;
}

/** The name of an archive's record in its folder, without an ending. */
export function recordTarget(number: number, name: string): string {
  const all = name.replace(/[^\w.-]+/g, '-').slice(0, LONGEST_RECORD_NAME);
  let end = all.length;
  while (end > 0 && '-.'.includes(all[end - 1])) end--;
  const shown = all.slice(0, end).replace(/^[-.]+/, '');
  return [String(number).padStart(DIGITS, '0'), ...(shown === '' ? [] : [shown])].join('-');
}

/** A path for a name in a folder that nothing else has, with a number behind it if need be. */
function place(
  taken: Map<string, 'file' | 'folder' | 'own folder'>,
  folder: string,
  name: string,
  ending: string,
  kind: 'file' | 'folder' | 'own folder',
): string {
  for (let copy = 1; ; copy++) {
    const path = `${folder === '' ? '' : `${folder}/`}${name}${copy === 1 ? '' : `-${copy}`}`;
    const key = `${path}${ending}`.toLowerCase();
    const holder = taken.get(key);
    if (holder === undefined) taken.set(key, kind);
    if (holder === undefined || (holder === 'folder' && kind === 'folder')) return path;
  }
}

/** A name that is one part of a path: not too long, and neither `..` nor one of the run's own files. */
function safe(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > LONGEST_PART) short = short.slice(0, -1);
  return /^(?:|\.{1,2}|\.adstrip-part.*)$/i.test(short) ? `_${short}` : short;
}
