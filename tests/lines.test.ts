import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_RULES } from '../src/rules/data/labels/index.ts';
import { LINE_CONTEXTS } from '../src/rules/data/line-contexts.ts';
import { PROMO_RULES } from '../src/rules/data/promo/index.ts';
import { compileLines, lineFacts, matchLine, needsSurroundings, scanLines } from '../src/rules/lines.ts';
import type { Rule, Signature } from '../src/types.ts';

const BUILT_IN = [...LABEL_RULES, ...PROMO_RULES];
const index = compileLines(BUILT_IN);
const PROSE =
  'The ferry left an hour late because the harbour master could not find his keys, which a gull had carried to the roof.';

/** What `scanLines` takes, as text. */
const taken = (source: string): string[] => scanLines(index, source).map(({ start, end }) => source.slice(start, end));
/** The lines as paragraphs between prose. */
const between = (...lines: string[]): string => [PROSE, ...lines.flatMap((line) => [line, PROSE])].join('\n\n');
const own = (...match: Signature[]): Rule => ({ id: 'own/line', category: 'promo', match });
const signatures = (rule: Rule): readonly Signature[] =>
  Array.isArray(rule.match) ? (rule.match as readonly Signature[]) : [rule.match as Signature];

describe('a label', () => {
  it.each([
    'Advertisement',
    'ADVERTISEMENT',
    'advertisement:',
    '- Advertisement -',
    '[Advertisement]',
    '(Werbung)',
    '— Anzeige —',
    'PUBLICITE',
    'Διαφήμιση',
    'ΔΙΑΦΗΜΙΣΗ',
    'Story\u00a0continues  below advertisement…',
    'Pourquoi cette publicité ?',
    '広告',
    '【広告】',
    'اعلان',
    'إعلان',
  ])('%s is one, whatever its case, accents, blanks and brackets', (line) => {
    expect(matchLine(index, line)?.rule.category).toBe('label');
  });

  it.each([
    'Advertisement of the vacancy begins on Monday.',
    'The advertisement',
    'Advertisement?',
    '“Advertisement”',
    '> Advertisement',
    '# Advertisement',
    '* Advertisement',
    '- Werbung',
    'Advertise',
    'Advertising',
    'Anzeige erstattete am Montag ein Mann.',
    'Reklamacja',
  ])('%s is none', (line) => {
    expect(matchLine(index, line)).toBeUndefined();
  });

  it('goes where it stands between paragraphs, without the white space around it', () => {
    const source = between('  Advertisement \u00a0');
    expect(taken(source)).toEqual(['Advertisement']);
  });

  it('stays where it is the heading of a paragraph about advertising, unless it repeats', () => {
    const about =
      'Advertising began with a painted fox, and the advertisements hung in every inn between the two rivers.';
    expect(taken(`Posters\n\nAdvertisement\n\n${about}`)).toEqual([]);
    expect(taken(`Posters\n\nAdvertisement\n\n${about}\n\nAdvertisement\n\n${about}`)).toHaveLength(2);
  });

  it('stays where it is an item among short lines', () => {
    expect(taken('Words\n\nInvitation\nAdvertisement\nAnnouncement\n')).toEqual([]);
  });

  it('that is short must stand apart and not begin a sentence that goes on below', () => {
    expect(taken(between('Ad'))).toEqual(['Ad']);
    expect(taken('circa\nAd\nante\nab')).toEqual([]);
    expect(taken(`${PROSE}\n\nAd\n\nis how the old sheet abbreviates the word.`)).toEqual([]);
  });
});

describe('the tail of a feed', () => {
  const tail = 'The post Gulls and keys appeared first on Pier Gazette.';

  it('says title and site', () => {
    expect(matchLine(index, tail)).toMatchObject({ title: 'Gulls and keys', site: 'Pier Gazette' });
    expect(lineFacts(scanLines(index, between(tail)))).toEqual({ title: 'Gulls and keys', site: 'Pier Gazette' });
  });

  it('is cut off the end of a paragraph, and the paragraph stays', () => {
    expect(taken(`${PROSE} ${tail}`)).toEqual([tail]);
    expect(taken(`${PROSE} […] ${tail}`)).toEqual([tail]);
    expect(taken(`${PROSE}（続く）投稿 鴎と鍵 は 港しんぶん に最初に表示されました。`)).toEqual([
      '投稿 鴎と鍵 は 港しんぶん に最初に表示されました。',
    ]);
  });

  it.each([
    'The post office appeared first on the map.',
    'The post Office appeared first on the map.',
    'He said that the post Gulls appeared first on Pier Gazette and then on a wall.',
    'Mickey Mouse first appeared on Disney Channel.',
  ])('%s is prose', (line) => {
    expect(taken(between(line))).toEqual([]);
    expect(taken(`${PROSE} ${line}`)).toEqual([]);
  });

  it('needs no capitals where the title is the heading of the text', () => {
    const source = (title: string): string =>
      `${title}\n\n${PROSE}\n\nThe post gulls and keys appeared first on pier gazette.`;
    expect(taken(source('gulls and keys'))).toHaveLength(1);
    expect(taken(source('A ferry is late'))).toEqual([]);
  });

  it('takes the headline right before it along, but no signature, list item, date or sentence', () => {
    const above = (line: string): string[] => taken([PROSE, PROSE, PROSE, line, tail].join('\n\n'));
    expect(above('FERRY TO GULLS: Give back the keys')).toEqual(['FERRY TO GULLS: Give back the keys', tail]);
    for (const line of [
      '— Marta Olsen (@martaolsen) November 30, 2017',
      '- Give back the keys of the harbour',
      'Give back the keys of the harbour.',
      'Marta Olsen',
      'Harbour, Second of May 2019',
    ]) {
      expect(above(line)).toEqual([tail]);
    }
    expect(taken([PROSE, 'Give back the keys of the harbour', tail].join('\n\n'))).toEqual([tail]);
  });
});

describe('where a piece first appeared', () => {
  it('is known from a line at either end of the text', () => {
    const line = 'Originally appeared on Pier Gazette';
    expect(lineFacts(scanLines(index, `Keys\n\n${line}\n${PROSE}`))).toEqual({ originalSource: 'Pier Gazette' });
    expect(taken([PROSE, PROSE, PROSE, line].join('\n\n'))).toEqual([line]);
    expect(taken([PROSE, PROSE, line, PROSE, PROSE, PROSE].join('\n\n'))).toEqual([]);
  });

  it('is not read out of prose', () => {
    for (const line of ['Originally published in 1843', 'Originally appeared on stage with a live goose.']) {
      expect(taken(`${line}\n\n${PROSE}`)).toEqual([]);
    }
  });
});

describe('a related link', () => {
  it.each([
    'Read more: How gulls learned to carry keys',
    '💡 Related: How gulls learned to carry keys',
    'ALSO READ | How gulls learned to carry keys',
  ])('%s goes', (line) => expect(taken(between(line))).toEqual([line]));

  it.each([
    'Related: the word has two meanings, and the council used both.',
    'Related: move, link, remove',
    'See also: rename()',
    'Read more books',
    'Read more: that was her advice.',
  ])('%s stays', (line) => expect(taken(between(line))).toEqual([]));

  it('takes the headlines along that stand below it to the end of the text', () => {
    const list = ['Related posts', 'How gulls learned to carry keys', 'A second boat comes back'];
    expect(taken([PROSE, ...list].join('\n\n'))).toEqual(list);
    expect(taken([PROSE, ...list, PROSE].join('\n\n'))).toEqual([]);
  });
});

describe('a share line', () => {
  it('takes the names of networks below it along, and nothing else', () => {
    expect(taken(`${PROSE}\n\nShare this:\nFacebook\nWhatsApp\nThe ferry`)).toEqual([
      'Share this:',
      'Facebook',
      'WhatsApp',
    ]);
  });

  it('of one word needs such a name', () => {
    expect(taken(`${PROSE}\n\nTeilen\nFacebook`)).toEqual(['Teilen', 'Facebook']);
    expect(taken(`${PROSE}\n\nTeilen\n\n${PROSE}`)).toEqual([]);
  });
});

describe('a notice', () => {
  it('stays in a text that is about its matter', () => {
    const line = 'This website uses cookies.';
    expect(taken(`${line}\n\n${PROSE}`)).toEqual([line]);
    expect(taken(`${line}\n\nA cookie is a file. We set three cookies: a cookie for you, a cookie for me.`)).toEqual(
      [],
    );
  });
});

describe('the words alone', () => {
  it.each([
    ['Advertisement', false],
    ['The post Gulls and keys appeared first on Pier Gazette.', false],
    ['Related posts', true],
    ['This website uses cookies.', true],
    ['Leave a Reply', true],
  ])('%s: whether the lines around must bear them out: %s', (line, wanted) => {
    const match = matchLine(index, line);
    expect(match && needsSurroundings(match.rule)).toBe(wanted);
  });
});

describe('rules of one’s own', () => {
  it('match with gaps, at both ends of the line', () => {
    const mine = compileLines([own({ text: 'Filmed by {any} for {site}' })]);
    expect(matchLine(mine, 'Filmed by two gulls for Pier Gazette.')).toMatchObject({
      any: 'two gulls',
      site: 'Pier Gazette',
    });
    expect(matchLine(mine, 'It was Filmed by two gulls for Pier Gazette')).toBeUndefined();
  });

  it('may begin with a gap, or begin and end with one', () => {
    const mine = compileLines([own({ text: '{any} tarafından çekildi' }), own({ text: '{any} brings you {any}' })]);
    expect(matchLine(mine, 'Martılar tarafından çekildi')?.any).toBe('Martılar');
    expect(matchLine(mine, 'Rope Works brings you this page')).toBeDefined();
  });

  it('are vetoed by their `unless`', () => {
    const mine = compileLines([{ ...own({ text: 'Filmed by {any}' }), unless: [{ text: 'Filmed by {any} herself' }] }]);
    expect(matchLine(mine, 'Filmed by Marta')).toBeDefined();
    expect(matchLine(mine, 'Filmed by Marta herself')).toBeUndefined();
  });

  it('come before later ones that fit the same line', () => {
    const mine = compileLines([own({ label: 'Advertisement' }), ...BUILT_IN]);
    expect(matchLine(mine, 'Advertisement')?.rule.id).toBe('own/line');
  });

  it('without a word are a TypeError that names the rule; signatures of other kinds are ignored', () => {
    expect(() => compileLines([own({ text: '{any} – {site}.' })])).toThrow(/own\/line/);
    expect(() => compileLines([own({ label: '***' })])).toThrow(TypeError);
    expect(matchLine(compileLines([own({ class: 'ad' })]), 'ad')).toBeUndefined();
  });
});

describe('scanLines', () => {
  it('counts lines that others take out as absent', () => {
    const source = `${PROSE}\n\nx();\nAd\ny();\n\n${PROSE}`;
    const at = (text: string) => ({ start: source.indexOf(text), end: source.indexOf(text) + text.length });
    expect(scanLines(index, source)).toEqual([]);
    expect(scanLines(index, source, [at('x();'), at('y();')])).toMatchObject([{ rule: 'label/ad-en', ...at('Ad') }]);
    expect(scanLines(index, source, [at('x();\nAd\ny();')])).toEqual([]);
  });

  it('gives sorted, disjoint, non-empty spans and finds nothing more in what is left', () => {
    const word = fc.constantFrom(
      'Advertisement',
      'Ad',
      PROSE,
      'Related posts',
      'Gulls carry the keys away',
      'Share this:',
      'Facebook',
      '',
      'The post Gulls appeared first on Pier Gazette.',
      'This website uses cookies.',
      'Originally appeared on Pier Gazette',
      '- item',
      '広告',
      'more and more',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), fc.constantFrom('\n', '\n\n', '\r\n'), (lines, breaks) => {
        const source = lines.join(breaks);
        const cuts = scanLines(index, source);
        let end = 0;
        for (const cut of cuts) {
          expect(cut.start).toBeGreaterThanOrEqual(end);
          expect(source.slice(cut.start, cut.end)).toMatch(/^\S(?:[\s\S]*\S)?$/);
          end = cut.end;
        }
        expect(scanLines(index, source, cuts)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves text alone that holds none of the rules’ words', () => {
    const words = fc.array(
      fc.constantFrom('gull', 'harbour', 'keys', 'roof', 'ferry,', 'late.', '{', '(x)', '"late"', '\n'),
    );
    fc.assert(
      fc.property(words, (list) => {
        expect(scanLines(index, list.join(' '))).toEqual([]);
      }),
    );
  });

  it.each([
    ['labels without end', 'Advertisement\n'.repeat(50_000)],
    ['headings without lists', 'Related:\n'.repeat(50_000)],
    ['one endless line', `The post ${'Gulls appeared first on '.repeat(50_000)}`],
    ['blank lines', `Ad${'\n'.repeat(1_000_000)}Ad`],
    ['tails without end', 'Gulls. The post A B appeared first on Pier.\n'.repeat(20_000)],
    ['lone surrogates', '\ud800\udc00\udc00\ud800\n'.repeat(10_000)],
  ])('comes to an end on %s', (_, source) => {
    expect(Array.isArray(scanLines(index, source))).toBe(true);
  });
});

describe('the built-in lines', () => {
  const FILLED: Record<string, string> = {
    title: 'How Gulls Carry Keys',
    site: 'Pier Gazette',
    any: 'How Gulls Carry Keys',
  };
  const bare = /^\{title\}.*\{site\}\P{L}*$/u; // prose, unless the title is known

  it('find every line that they are written for', () => {
    const lost: string[] = [];
    for (const rule of BUILT_IN) {
      for (const signature of signatures(rule)) {
        const form = 'label' in signature ? signature.label : 'text' in signature ? signature.text : '';
        if (bare.test(form)) continue;
        const networks = LINE_CONTEXTS.get(rule.id.replace(/-\w+$/, ''))?.any === 'networks';
        const line = form.replace(/\{(\w+)\}/g, (_, gap: string) => (networks && gap === 'any' ? 'X' : FILLED[gap]));
        if (matchLine(index, line) === undefined) lost.push(`${rule.id}: ${form}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('have ids of their own, and a context that exists for no missing family', () => {
    const ids = BUILT_IN.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const family of LINE_CONTEXTS.keys()) expect(ids.some((id) => id.startsWith(family))).toBe(true);
  });

  it.each([
    'en',
    'de',
    'fr',
    'es',
    'pt',
    'it',
    'nl',
    'sv',
    'no',
    'da',
    'fi',
    'pl',
    'cs',
    'sk',
    'hu',
    'ro',
    'bg',
    'ru',
    'uk',
    'el',
    'tr',
    'vi',
    'id',
    'th',
    'zh-Hans',
    'zh-Hant',
    'ja',
    'ko',
    'ar',
    'fa',
    'he',
    'hi',
  ])('know %s: labels, feed tails, sources, related links, share lines', (language) => {
    const ids = new Set(BUILT_IN.map(({ id }) => id));
    for (const family of [
      'label/advertisement',
      'label/continue-below',
      'label/sponsored',
      'promo/appeared-first-on',
      'promo/originally-published',
      'promo/read-more',
      'promo/related-list',
      'promo/continue-reading',
      'promo/subscribe',
      'widget/share-line',
      'consent/cookie-line',
    ]) {
      expect(ids.has(`${family}-${language}`), `${family}-${language}`).toBe(true);
    }
  });
});
