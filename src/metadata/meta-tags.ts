import { META_KEYS, type MetaField } from './data/meta-keys.ts';
import type { Found } from './page.ts';
import { DESCRIPTION_LENGTH, plainValue } from './value.ts';

function sourceOf(key: string): string {
  return key.startsWith('og:') || key.startsWith('article:') ? 'og' : 'meta';
}

/** The first value that meta elements give for a field, by the order of `META_KEYS`; `from`: how many keys to pass over. */
export function firstMeta(
  meta: ReadonlyMap<string, readonly string[]>,
  field: MetaField,
  from: number = 0,
  limit: number = DESCRIPTION_LENGTH,
): Found<string> | undefined {
  const keys = META_KEYS[field];
  for (let i = from; i < keys.length; i++) {
    for (const content of meta.get(keys[i]) ?? []) {
      const value = plainValue(content, limit);
      if (value !== '') return { value, source: sourceOf(keys[i]) };
    }
  }
  return undefined;
}

/** All values of the first key of a field that has any. */
export function allMeta(
  meta: ReadonlyMap<string, readonly string[]>,
  field: MetaField,
): { readonly key: string; readonly values: readonly string[]; readonly source: string } | undefined {
  for (const key of META_KEYS[field]) {
    const values = meta.get(key)?.filter((value) => value.trim() !== '');
    if (values !== undefined && values.length > 0) return { key, values, source: sourceOf(key) };
  }
  return undefined;
}
