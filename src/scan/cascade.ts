import { clip, decide, logarithm, NEIGHBOURHOOD, type Stretch, weigh } from './evidence/judge.ts';

/** How much of what is left before and after a stretch its evidence looks at. Units. */
const BEFORE = 360;
const AFTER = 140;
/** Voices of the stretches near by: that they are shown, by language, and that they leaked. */
const VOICES = 5;
const LEAKED = 4;

/**
 * A leak that goes changes what the code beside it looks like and who speaks for it, so that in a flood each cut may
 * bring down the next stretch, one in a scan. Here those that would go one after the other go at once: each that stands
 * beside one that goes is weighed as it will stand then. Sets the evidence of those that are weighed again.
 *
 * @param stretches in order, compared with each other
 * @param goes whether a stretch is taken out, by its evidence
 * @returns how many units were read
 */
export function cascade(source: string, stretches: readonly Stretch[], goes: (stretch: Stretch) => boolean): number {
  const count = stretches.length;
  /** For each stretch the next one on either side that stays. */
  const before = Int32Array.from({ length: count }, (_, i) => i - 1);
  const after = Int32Array.from({ length: count }, (_, i) => i + 1);
  const voices = createVoices(stretches);
  const waiting: number[] = [];
  const take = (i: number): void => {
    voices.silence(i);
    if (before[i] >= 0) after[before[i]] = after[i];
    if (after[i] < count) before[after[i]] = before[i];
    waiting.push(i);
  };
  const isGone = new Uint8Array(count);
  for (let i = 0; i < count; i++) if (goes(stretches[i])) isGone[i] = 1;
  for (let i = 0; i < count; i++) if (isGone[i] === 1) take(i);
  let read = 0;
  for (let cut = waiting.pop(); cut !== undefined; cut = waiting.pop()) {
    for (const i of [before[cut], after[cut]]) {
      if (i < 0 || i >= count || isGone[i] === 1) continue;
      voices.silence(i);
      read += weighAgain(source, stretches, i, isGone);
      voices.decide(i);
      voices.speak(i);
      if (!goes(stretches[i])) continue;
      isGone[i] = 1;
      take(i);
    }
  }
  return read;
}

/** Weighs a stretch in what will be left around it. Returns how many units were read. */
function weighAgain(source: string, stretches: readonly Stretch[], which: number, isGone: Uint8Array): number {
  const stretch = stretches[which];
  let head = '';
  let previous = -1; // where the code before it that stays ends, in units before the stretch
  for (let i = which, to = stretch.start; to > 0 && head.length < BEFORE; ) {
    i--;
    const from = i < 0 ? 0 : stretches[i].end;
    head = source.slice(Math.max(from, to - (BEFORE - head.length)), to) + head;
    to = from;
    if (i < 0 || head.length >= BEFORE) break;
    if (isGone[i] === 0) {
      if (previous < 0) previous = head.length;
      head = source.slice(Math.max(stretches[i].start, to - (BEFORE - head.length)), to) + head;
    }
    to = stretches[i].start;
  }
  let tail = '';
  for (let i = which, from = stretch.end; from < source.length && tail.length < AFTER; ) {
    i++;
    const to = i < stretches.length ? stretches[i].start : source.length;
    tail += source.slice(from, Math.min(to, from + AFTER - tail.length));
    if (i === stretches.length) break;
    from = stretches[i].end;
    if (isGone[i] === 0) tail += source.slice(to, Math.min(from, to + Math.max(0, AFTER - tail.length)));
  }
  const shift = head.length - stretch.start;
  const units = stretch.units.map((unit) => ({ ...unit, start: unit.start + shift, end: unit.end + shift }));
  const text = head + source.slice(stretch.start, stretch.end) + tail;
  const { features, language, alone } = weigh(text, units, stretch.names, previous < 0 ? 0 : head.length - previous);
  stretch.features = features;
  stretch.language = language;
  stretch.alone = alone;
  return text.length;
}

/** What the stretches near by say of themselves, as they fall silent and speak again. */
function createVoices(stretches: readonly Stretch[]): {
  silence: (i: number) => void;
  speak: (i: number) => void;
  /** Sets a stretch's `logit` by the others near it; its own voice must be silent. */
  decide: (i: number) => void;
} {
  const count = stretches.length;
  // A binary indexed tree for each voice (Fenwick, 1994, A new data structure for cumulative frequency tables).
  const sums = Array.from({ length: VOICES }, () => new Float64Array(count + 1));
  const add = (kind: number, i: number, value: number): void => {
    for (let at = i + 1; at <= count; at += at & -at) sums[kind][at] += value;
  };
  const upTo = (kind: number, i: number): number => {
    let sum = 0;
    for (let at = i; at > 0; at -= at & -at) sum += sums[kind][at];
    return sum;
  };
  const voice = (i: number, sign: number): void => {
    const { alone, language } = stretches[i];
    add(language, i, sign * clip(-alone));
    add(LEAKED, i, sign * clip(alone));
  };
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  for (let i = 0, low = 0, high = 0; i < count; i++) {
    while (stretches[low].end <= stretches[i].start - NEIGHBOURHOOD) low++;
    while (high < count && stretches[high].start < stretches[i].end + NEIGHBOURHOOD) high++;
    from[i] = low;
    to[i] = high;
    voice(i, 1);
  }
  const near = (kind: number, i: number): number => upTo(kind, to[i]) - upTo(kind, from[i]);
  return {
    silence: (i) => voice(i, -1),
    speak: (i) => voice(i, 1),
    decide(i) {
      let shown = 0;
      for (let kind = 0; kind < LEAKED; kind++) shown += near(kind, i);
      const stretch = stretches[i];
      decide(stretch, logarithm(shown), logarithm(near(stretch.language, i)), logarithm(near(LEAKED, i)));
    },
  };
}
