import { ATTR } from '../tree/attributes.ts';
import { attribute, attributeValue, commentData, rawContent, type Tree, textContent } from '../tree/tree.ts';
import type { Signature } from '../types.ts';
import { compileSelector, hasLookedEnough, type SelectorTest } from './selector.ts';

/** Where the host begins in a URL that stands in `source.slice(from, to)`, or -1 for a relative one. */
export function startOfHost(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && source.charCodeAt(at) <= 32) at++;
  // `//host`, `https://host`: the slashes stand within the first units.
  for (let i = at; i < to - 1 && i < at + 8; i++) {
    if (source.charCodeAt(i) === 47 && source.charCodeAt(i + 1) === 47) return i + 2;
  }
  return -1;
}

export function endOfHost(source: string, start: number, to: number): number {
  let at = start;
  for (; at < to; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 47 || unit === 58 || unit === 63 || unit === 35 || unit <= 32) break; // / : ? #
  }
  return at;
}

/** The host of an address, in small letters; '' where it has none. */
export function hostOf(url: string): string {
  const start = startOfHost(url, 0, url.length);
  return start < 0 ? '' : url.slice(start, endOfHost(url, start, url.length)).toLowerCase();
}

/** Whether a word is what a pattern says, whose `*` stands for anything. Both in small letters. */
export function matches(word: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return word === pattern;
  return (
    word.length >= pattern.length - 1 &&
    word.startsWith(pattern.slice(0, star)) &&
    word.endsWith(pattern.slice(star + 1))
  );
}

/** Whether a signature, no class or id, holds for an element: the direct check, for the few that `unless` names. */
function holds(tree: Tree, node: number, signature: Signature): boolean {
  if ('tag' in signature && signature.tag !== undefined && signature.tag !== tree.names[tree.kind[node]]) return false;
  if ('attr' in signature) return holdsAttribute(tree, node, signature.attr, signature.value);
  if ('host' in signature) {
    const address = attribute(tree, node, ATTR.src) ?? attribute(tree, node, ATTR.href) ?? '';
    const host = hostOf(address);
    return host === signature.host || host.endsWith(`.${signature.host}`);
  }
  if ('address' in signature) {
    const address = attribute(tree, node, ATTR.src) ?? attribute(tree, node, ATTR.href) ?? '';
    return address.toLowerCase().includes(signature.address.toLowerCase());
  }
  if ('inlineScript' in signature) return rawContent(tree, node).includes(signature.inlineScript);
  if ('inlineStyle' in signature) return rawContent(tree, node).includes(signature.inlineStyle);
  if ('comment' in signature) return commentData(tree, node).includes(signature.comment);
  if ('label' in signature) return textContent(tree, node).trim().toLowerCase() === signature.label.toLowerCase();
  if ('selector' in signature) {
    // Where it cannot be told any more, the veto holds.
    return testsOf(signature).some((test) => test(tree, node)) || hasLookedEnough(tree);
  }
  return 'text' in signature && textContent(tree, node).includes(signature.text);
}

/** A class or id that vetoes, in small letters: the whole word, or what is before and behind its `*`. */
interface NameVeto {
  readonly of: 'class' | 'id';
  readonly tag: string | undefined;
  readonly whole: string | undefined;
  readonly head: string;
  readonly tail: string;
}

/** What vetoes: names, which most are, and other signatures. */
interface Vetoes {
  readonly names: readonly NameVeto[];
  readonly others: readonly Signature[];
}

/** Made once for each list, and as long alive as its rule. */
const vetoes = new WeakMap<readonly Signature[], Vetoes>();

function vetoesOf(signatures: readonly Signature[]): Vetoes {
  let made = vetoes.get(signatures);
  if (made === undefined) {
    const names: NameVeto[] = [];
    const others: Signature[] = [];
    for (const signature of signatures) {
      if ('class' in signature) names.push(nameVeto('class', signature.class.toLowerCase(), signature.tag));
      else if ('id' in signature) names.push(nameVeto('id', signature.id.toLowerCase(), signature.tag));
      else others.push(signature);
    }
    made = { names, others };
    vetoes.set(signatures, made);
  }
  return made;
}

function nameVeto(of: NameVeto['of'], pattern: string, tag: string | undefined): NameVeto {
  const star = pattern.indexOf('*');
  if (star < 0) return { of, tag, whole: pattern, head: '', tail: '' };
  return { of, tag, whole: undefined, head: pattern.slice(0, star), tail: pattern.slice(star + 1) };
}

function isNamed(word: string, { whole, head, tail }: NameVeto): boolean {
  if (whole !== undefined) return word === whole;
  return word.length >= head.length + tail.length && word.startsWith(head) && word.endsWith(tail);
}

/** Whether any of the signatures holds for an element, whose words and id are read only once. */
export function anyHolds(tree: Tree, node: number, signatures: readonly Signature[]): boolean {
  const { names, others } = vetoesOf(signatures);
  let words: readonly string[] | undefined;
  let id: string | undefined;
  for (const veto of names) {
    if (veto.tag !== undefined && veto.tag !== tree.names[tree.kind[node]]) continue;
    if (veto.of === 'class') {
      words ??= attribute(tree, node, ATTR.class)?.toLowerCase().split(/\s+/) ?? [];
      for (const word of words) if (isNamed(word, veto)) return true;
    } else {
      id ??= attribute(tree, node, ATTR.id)?.toLowerCase() ?? '';
      if (isNamed(id, veto)) return true;
    }
  }
  return others.some((signature) => holds(tree, node, signature));
}

function holdsAttribute(tree: Tree, node: number, name: string, value: string | undefined): boolean {
  for (let i = tree.firstAttribute[node]; i < tree.firstAttribute[node + 1]; i++) {
    if (!matches(tree.attributeNames[tree.attributeName[i]], name.toLowerCase())) continue;
    if (value === undefined || matches(attributeValue(tree, i).toLowerCase(), value.toLowerCase())) return true;
  }
  return false;
}

const compiled = new WeakMap<Signature, SelectorTest[]>();

/** A veto's selector is compiled once, and lives as long as its rule. */
function testsOf(signature: Signature & { selector: string }): SelectorTest[] {
  let tests = compiled.get(signature);
  if (tests === undefined) {
    tests = compileSelector(signature.selector, 'unless').map(({ test }) => test);
    compiled.set(signature, tests);
  }
  return tests;
}
