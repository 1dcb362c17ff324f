import type { State, Unsafe } from 'mdast-util-to-markdown';

const ASCII = 128;
/** The forms of what a pattern wants beside its character: one character of a class or the end, several of a class. */
const ONE_OF = /^(?:\(\?:)?(\[(?!\^)(?:\\[^DSW]|[^\]\\])+\]|\\[\Wnr]|[^\\[\](){}|^$.*+?])(\|\$)?\)?$/;
const SEVERAL_OF = /^(\[[^\]^\\]+\])\{(\d)\}$/;
/** Bits of a number, less its sign. */
const MAX_CONSTRUCTS = 31;
const NUMBER = '\\d+';
/** Constructs around words that no pattern is about, and around which none is that one is about. */
const CONTAINERS: ReadonlySet<string> = new Set(['listItem', 'blockquote']);

/** One of the serialiser's patterns of what is unsafe, in a form in which one character can be asked about. */
export interface Sign {
  /** Whether what stands before the character, or behind it, matters. */
  readonly before: boolean;
  readonly after: boolean;
  /** Whether it has to be the first in its line, or the first behind a number that is. */
  readonly at: 'anywhere' | 'start' | 'number';
  /** By ASCII unit: what has to be before the character, so many times, and behind it, where anything has to. */
  readonly leaders: Uint8Array | undefined;
  readonly count: number;
  readonly followers: Uint8Array | undefined;
  /** Whether nothing may follow as well. */
  readonly atEnd: boolean;
}

export const AT_ENDS = 1;
export const ANYWHERE = 2;

/** What is unsafe within certain constructs. */
interface Signs {
  /** By ASCII unit. */
  readonly of: readonly (readonly Sign[])[];
  /** By ASCII unit: where in a text without line breaks one of its signs could match. */
  readonly where: Uint8Array;
}

/** What is unsafe within a stack of constructs; undefined where a pattern has a form that is not known here. */
export type SignsAt = (stack: State['stack']) => Signs | undefined;

/** Looks through patterns once for each set of constructs, of which a document has a dozen. */
export function signsOf(patterns: readonly Unsafe[]): SignsAt {
  const bits = new Map<string, number>();
  for (const { inConstruct, notInConstruct } of patterns)
    for (const name of [...listOf(inConstruct), ...listOf(notInConstruct)])
      if (!bits.has(name)) bits.set(name, 1 << bits.size);
  const bitsOf = (names: Unsafe['inConstruct']) => listOf(names).reduce((sum, name) => sum | (bits.get(name) ?? 0), 0);
  const known = new Map<number, Signs | undefined>();

  return (stack) => {
    let scope = 0;
    for (let i = stack.length - 1; i >= 0 && !CONTAINERS.has(stack[i]); i--) scope |= bits.get(stack[i]) ?? 0;
    let signs = known.get(scope);
    if (signs === undefined && !known.has(scope)) {
      const within = patterns.filter(
        ({ inConstruct, notInConstruct }) =>
          (listOf(inConstruct).length === 0 || (scope & bitsOf(inConstruct)) !== 0) &&
          (scope & bitsOf(notInConstruct)) === 0,
      );
      // Addresses between angle brackets have no escapes: they are encoded.
      signs = bits.size > MAX_CONSTRUCTS || (scope & bitsOf('autolink')) !== 0 ? undefined : compile(within);
      known.set(scope, signs);
    }
    return signs;
  };
}

function listOf(names: Unsafe['inConstruct']): readonly string[] {
  if (names === undefined || names === null) return [];
  return typeof names === 'string' ? [names] : names;
}

function compile(patterns: readonly Unsafe[]): Signs | undefined {
  const of: Sign[][] = Array.from({ length: ASCII }, () => []);
  const where = new Uint8Array(ASCII);
  for (const pattern of patterns) {
    const unit = pattern.character.charCodeAt(0);
    const sign = signOf(pattern);
    if (sign === undefined || pattern.character.length !== 1 || unit >= ASCII) return undefined;
    of[unit].push(sign);
    const needsBreak = isOfBreaks(sign.leaders) || (isOfBreaks(sign.followers) && !sign.atEnd);
    where[unit] = Math.max(where[unit], needsBreak ? AT_ENDS : ANYWHERE);
  }
  return { of, where };
}

function signOf({ character, before, after, atBreak, ...others }: Unsafe): Sign | undefined {
  if (others.beforeNode || others.afterNode) return undefined;
  const several = SEVERAL_OF.exec(before ?? '');
  const leader = several ?? ONE_OF.exec(before ?? '');
  const follower = ONE_OF.exec(after ?? '');
  const number = atBreak && before === NUMBER;
  if ((before && !number && (atBreak || leader === null)) || (after && follower === null)) return undefined;
  const followers = follower === null ? undefined : unitsOf(follower[1]);
  // Matches of one pattern never overlap: what follows one sign is no sign itself. Line breaks are not looked at.
  const repeats = followers?.[character.charCodeAt(0)] === 1 && !atBreak && leader === null;
  if (repeats && character !== '\n' && character !== '\r') return undefined;
  return {
    before: Boolean(before) || Boolean(atBreak),
    after: Boolean(after),
    at: number ? 'number' : atBreak ? 'start' : 'anywhere',
    leaders: leader === null ? undefined : unitsOf(leader[1]),
    count: Number(several?.[2] ?? 1),
    followers,
    atEnd: follower?.[2] === '|$',
  };
}

/** Asks about one character at a time. */
function unitsOf(expression: string): Uint8Array {
  const one = new RegExp(`^(?:${expression})$`);
  return Uint8Array.from({ length: ASCII }, (_, unit) => (one.test(String.fromCharCode(unit)) ? 1 : 0));
}

function isOfBreaks(units: Uint8Array | undefined): boolean {
  return units?.every((is, unit) => is === 0 || unit === 10 || unit === 13) ?? false;
}
