import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evenScores, findAlike } from '../src/extract/alike.ts';
import { fromBase64 } from '../src/extract/base64.ts';
import { segment } from '../src/extract/blocks.ts';
import { CANDIDATE_FEATURES, candidateRows, chooseThreshold, THRESHOLDS } from '../src/extract/choice.ts';
import { lookup, MISSING, makeDictionary } from '../src/extract/dictionary.ts';
import { readFacts } from '../src/extract/facts.ts';
import { allRows, blockFeatures, FEATURE_NAMES, FEATURES } from '../src/extract/features.ts';
import { fillGaps } from '../src/extract/fill.ts';
import { addTrees, type Forest, logistic, ranks, scoreRow, unpackForest } from '../src/extract/forest.ts';
import { judge } from '../src/extract/judge.ts';
import { model } from '../src/extract/model.ts';
import { dropTwins } from '../src/extract/repeats.ts';
import { sameRows } from '../src/extract/same-rows.ts';
import { scoreBlocks } from '../src/extract/scores.ts';
import { dropTail } from '../src/extract/tail.ts';
import { MAX_TOKENS, signature, tokenHashes } from '../src/extract/tokens.ts';
import { wordHashes } from '../src/extract/words.ts';
import { FEATURES_TRAINED } from '../src/model/weights.ts';
import { parse } from '../src/tree/parse.ts';

/** A forest of one tree: feature 1 >= 0.5 ? (feature 0 >= 2 ? 3 : 2) : 1, and base 10. */
function smallForest(): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 1, true);
  view.setUint8(2, 2);
  view.setUint8(3, 2);
  view.setFloat32(4, 10, true);
  view.setFloat32(8, 0.5, true);
  view.setUint8(12, 1);
  view.setFloat32(13, 2, true);
  view.setUint8(17, 1);
  view.setFloat32(18, 0.5, true);
  bytes.set([1, 0, 255, 2, 0, 0, 255, 4, 255, 6], 22);
  return bytes;
}

describe('forest', () => {
  it('ranks numbers in their own order', () => {
    const numbers = Float32Array.of(-9999, -1.5, -1, 0, 0.001, 0.5, 1, 1.5, 9999, 1e9);
    const ranked = [...ranks(numbers)];
    expect(ranked).toEqual([...ranked].sort((a, b) => a - b));
    expect(new Set(ranked).size).toBe(numbers.length);
  });

  it('goes right where a feature reaches its cut, and repeats a leaf that ends early', () => {
    const forest = unpackForest(smallForest());
    expect(scoreRow(forest, ranks(Float32Array.of(5, 0)), 0)).toBe(11);
    expect(scoreRow(forest, ranks(Float32Array.of(1, 1)), 0)).toBe(12);
    expect(scoreRow(forest, ranks(Float32Array.of(2, 0.5)), 0)).toBe(13);
  });

  it('scores several rows at once as it does one by one', () => {
    const forest = unpackForest(smallForest());
    const rows = ranks(Float32Array.of(5, 0, 1, 1, 2, 0.5, 0, 0, 9, 9));
    for (const list of [[0, 1, 2, 3, 4], [4, 2], [1], [0, 1, 2, 3]]) {
      const sums = new Float32Array(5).fill(forest.base);
      addTrees(forest, rows, 2, Int32Array.from(list), list.length, 0, 1, sums);
      const expected = Array.from(sums, (_, i) => (list.includes(i) ? scoreRow(forest, rows, i * 2) : forest.base));
      expect([...sums]).toEqual(expected);
    }
  });

  it('knows the rows that it cannot tell from earlier ones', () => {
    const sameAs = sameRows(unpackForest(smallForest()), 2);
    const rows = new Int32Array(Float32Array.of(5, 0, 9, 0, 1, 0, 1.9, 0, 2, 0, 2, 0.5, 3, 0.5, -1, 0.5).buffer);
    // One row of each kind is remembered, the last that was none.
    const kinds = [0, 0, 1, 1, 0, 2, 2, 2].map((kind) => kind << 26);
    const found = Array.from({ length: 8 }, (_, i) => sameAs(rows, i * 2, i, kinds[i]));
    expect(found).toEqual([0, 0, 2, 2, 0, 5, 5, 7]);
  });

  it('gives the blocks of a flood the scores that each has by itself', () => {
    const flood = '<li>Ferry<li>Two boats a day<li><a href=/>Fares</a>'.repeat(1500);
    const tree = parse(`<h1>Boats</h1><p>${wordsOf(40)}. ${wordsOf(30)}.</p><ul>${flood}</ul><p>${wordsOf(50)}.</p>`);
    const facts = readFacts(tree, undefined);
    const { blocks: forest, dictionary } = model();
    const page = segment(tree, new Uint8Array(tree.count), { marked: facts.marked, dictionary });
    const features = blockFeatures(page, facts, dictionary);
    const rows = allRows(page, features);
    const ranked = ranks(rows);
    const scores = scoreBlocks(page, features, forest);
    const differing = [...scores].filter((score, b) => {
      const own = logistic(scoreRow(forest, ranked, b * FEATURES));
      // What stands no chance is not scored by all trees.
      return Math.abs(score - own) > 1e-6 && Math.max(score, own) > 0.05;
    });
    expect(differing).toEqual([]);
    expect(new Set(scores).size).toBeGreaterThan(10);
    const sameAs = sameRows(forest, FEATURES);
    const bits = new Int32Array(rows.buffer);
    expect([...scores].filter((_, b) => sameAs(bits, b * FEATURES, b, (b % 3) << 26) !== b).length).toBeGreaterThan(
      3000,
    );
  });

  it('reads rows from anywhere in an array', () => {
    const forest = unpackForest(smallForest());
    expect(scoreRow(forest, ranks(Float32Array.of(9, 9, 1, 1)), 2)).toBe(12);
  });
});

describe('dictionary', () => {
  it('finds what it holds and nothing else, also where hashes collide', () => {
    const hashes = Int32Array.from({ length: 500 }, (_, i) => Math.imul(i + 1, 0x10000));
    const dictionary = makeDictionary(
      hashes,
      Int8Array.from(hashes, (_, i) => (i % 200) - 100),
    );
    hashes.forEach((hash, i) => {
      expect(lookup(dictionary, hash)).toBe((i % 200) - 100);
    });
    expect(lookup(dictionary, 12345)).toBe(MISSING);
  });

  it('reads base64', () => {
    expect([...fromBase64('AQL/')]).toEqual([1, 2, 255]);
  });
});

describe('tokens', () => {
  const tokens = (html: string): number[] => {
    const out = new Int32Array(MAX_TOKENS + 1);
    const n = tokenHashes(parse(html), 1, out);
    return [...out.subarray(0, n)];
  };

  it('splits class names at punctuation and inner capitals', () => {
    const parts = tokens('<div class="post body">');
    for (const html of ['<div class="post-body">', '<div class="postBody">', '<div id="Post_Body">']) {
      expect(tokens(html)).toEqual(expect.arrayContaining(parts));
    }
  });

  it('leaves out words with digits, and keeps role apart from class', () => {
    expect(tokens('<div class="post-a81b3">')).toEqual(tokens('<div class="post">'));
    expect(tokens('<div role="main">')).not.toEqual(tokens('<div class="main">'));
  });

  it('gives siblings of one make one signature, whatever their number or modifier', () => {
    const tree = parse('<li class="card-1 wide">a</li><li class="card-2">b</li><li class="ad-1">c</li>');
    expect(signature(tree, 1)).toBe(signature(tree, 3));
    expect(signature(tree, 1)).not.toBe(signature(tree, 5));
  });

  it('writes no more than it has room for', () => {
    expect(tokens(`<div class="${'some words '.repeat(500)}">`).length).toBeLessThanOrEqual(MAX_TOKENS);
  });
});

describe('words', () => {
  it('counts words of any script as the training scripts do', () => {
    const count = (html: string): number => {
      const tree = parse(html);
      const page = segment(tree, new Uint8Array(tree.count), undefined);
      return [...page.words].reduce((a, b) => a + b, 0);
    };
    expect(count('<p>One two, three-four &amp; five&nbsp;six</p>')).toBe(6);
    expect(count('<p>Один два <b>три</b>четыре</p>')).toBe(3);
    expect(count('<p>渡轮离开港口</p>')).toBe(3);
    expect(wordHashes('One two, three')).toHaveLength(3);
    expect(wordHashes('ONE')).toEqual(wordHashes('one'));
  });

  it('counts what a narrow column does not hold, and keeps what was counted before', () => {
    const tree = parse(`<p>a, b, c</p><p>${', '.repeat(70_000)}</p><p>$</p>`);
    const page = segment(tree, new Uint8Array(tree.count), undefined);
    expect([...page.commas.subarray(0, page.blocks)]).toEqual([2, 70_000, 0]);
    expect([...page.currencies.subarray(0, page.blocks)]).toEqual([0, 0, 1]);
  });
});

describe('features', () => {
  const EMPTY = makeDictionary(new Int32Array(0), new Int8Array(0));
  const featuresOf = (html: string, url?: string) => {
    const tree = parse(html);
    const facts = readFacts(tree, url);
    const page = segment(tree, new Uint8Array(tree.count), { marked: facts.marked, dictionary: EMPTY });
    const rows = allRows(page, blockFeatures(page, facts, EMPTY));
    return (block: number, name: string): number => {
      expect(FEATURE_NAMES).toContain(name);
      return rows[block * FEATURES + FEATURE_NAMES.indexOf(name)];
    };
  };
  const html = `<title>By ferry to the islands</title><meta name="description" content="A captain, a ferry and sheep.">
    <script type="application/ld+json">{"@type":"Article","articleBody":"The ferry leaves at seven, whatever the wind."}</script>
    <body><nav><a href="/">Home</a></nav><h1>By ferry to the islands</h1><p>The ferry leaves at seven, whatever the wind.</p>
    <ul><li>One <a href="#">link</a></li><li>Two</li><li>Three</li></ul></body>`;

  it('describes a block, its place and what the page says of itself', () => {
    const value = featuresOf(html, 'https://example.com/blog/by-ferry-to-the-islands');
    expect(value(0, 'zone_nav')).toBe(1);
    expect(value(0, 'linkDensity')).toBe(1);
    expect(value(1, 'headingLevel')).toBe(1);
    expect(value(1, 'inTitle')).toBe(1);
    expect(value(2, 'words')).toBe(8);
    expect(value(2, 'ends')).toBe(1);
    expect(value(2, 'inJson')).toBeGreaterThan(0.8);
    expect(value(2, 'blocksSinceH1')).toBe(1);
    expect(value(3, 'members0')).toBe(3);
    expect(value(3, 'linkDensity')).toBe(0.5);
    expect(value(2, 'fact_ldArticle')).toBe(1);
    expect(value(2, 'fact_slugDashes')).toBe(4);
    expect(value(2, 'page_blocks')).toBe(6);
  });

  it('is finite everywhere, whatever the page', () => {
    for (const page of ['', 'x', '<p></p>', '<img>', '<div>'.repeat(5000), `<a>${'<p>x'.repeat(300)}`, html]) {
      const tree = parse(page);
      const facts = readFacts(tree, undefined);
      const segmented = segment(tree, new Uint8Array(tree.count), { marked: facts.marked, dictionary: EMPTY });
      const rows = allRows(segmented, blockFeatures(segmented, facts, EMPTY));
      expect(rows).toHaveLength(segmented.blocks * FEATURES);
      expect(rows.every(Number.isFinite)).toBe(true);
    }
  });

  it('has the features that the shipped model was trained on', () => {
    expect(FEATURES_TRAINED.split(' ')).toEqual(FEATURE_NAMES);
  });
});

const EMPTY_DICTIONARY = makeDictionary(new Int32Array(0), new Int8Array(0));

/** A page with the features of its blocks. */
function described(html: string) {
  const tree = parse(html);
  const facts = readFacts(tree, undefined);
  const page = segment(tree, new Uint8Array(tree.count), { marked: facts.marked, dictionary: EMPTY_DICTIONARY });
  return { page, features: blockFeatures(page, facts, EMPTY_DICTIONARY) };
}
const wordsOf = (n: number, word = 'word'): string => Array.from({ length: n }, (_, i) => `${word}${i}`).join(' ');

describe('repeats', () => {
  const twins = (html: string): number[] => [...described(html).features.repeats.twin];
  const text = 'The ferry leaves at seven, whatever the wind.';

  it('finds the copy of a text for another screen', () => {
    expect(twins(`<div class="wide"><p>${text}</p></div><div class="phone"><p>${text}</p></div>`)).toEqual([-1, 0]);
  });

  it('leaves alone what the items of a list, cells and short labels say again', () => {
    expect(twins(`<ul><li>${text}</li><li>${text}</li></ul>`)).toEqual([]);
    expect(twins(`<p>${text}</p><table><tr><td>${text}</td></tr></table>`)).toEqual([]);
    expect(twins('<p class="a">Read more</p><div><p class="b">Read more</p></div>')).toEqual([]);
  });

  it('keeps the heading of two, or else the likelier one', () => {
    const { page, features } = described(
      `<h2>${text}</h2><div><p>${text}</p></div><div><i class="x">${text}</i></div>`,
    );
    const scores = Float32Array.of(0.2, 0.9, 0.5);
    dropTwins(page, features.repeats, scores);
    expect(scores[0]).toBeCloseTo(0.2);
    expect(scores[1]).toBe(0);
  });
});

describe('blocks at the same place of repeated boxes', () => {
  const card = (name: string): string =>
    `<div class="card"><h3>${name}</h3><p><a href="/">more</a></p><p>${name} it is</p></div>`;
  const alike = (html: string): number[] => {
    const { page, features } = described(html);
    return [...findAlike(page, features.boxes)];
  };

  it('are alike by heading, links and depth', () => {
    expect(alike(`<div>${card('One')}${card('Two')}${card('Three')}</div>`)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
  });

  it('are none where nothing is repeated three times', () => {
    expect(alike(`<div>${card('One')}${card('Two')}</div>`)).toEqual([-1, -1, -1, -1, -1, -1]);
  });

  it('score more alike than the model has them', () => {
    const scores = Float32Array.of(0.9, 0.3, 0.6, 0, 0.5);
    evenScores(Int32Array.of(0, 0, 0, 0, -1), scores);
    expect(scores[0]).toBeLessThan(0.9);
    expect(scores[0]).toBeGreaterThan(scores[2]);
    expect(scores[2]).toBeGreaterThan(scores[1]);
    expect(scores[1]).toBeGreaterThan(0.3);
    // A copy of another block stays dropped, and what is like nothing keeps its score.
    expect(scores[3]).toBe(0);
    expect(scores[4]).toBe(0.5);
  });

  it('keep their scores where they are but two', () => {
    const scores = Float32Array.of(0.9, 0.3);
    evenScores(Int32Array.of(0, 0), scores);
    expect([...scores]).toEqual([...Float32Array.of(0.9, 0.3)]);
  });
});

describe('page type', () => {
  const article = readFileSync(new URL('../fixtures/metadata/spanish-byline/input.html', import.meta.url), 'utf8');
  const typeOf = (url?: string): string => {
    const tree = parse(article);
    const facts = readFacts(tree, url);
    const { dictionary } = model();
    const page = segment(tree, new Uint8Array(tree.count), { marked: facts.marked, dictionary });
    return judge(page, facts, model(), 'balance').pageType;
  };

  it('is no thread where nothing repeats but paragraphs', () => {
    expect(typeOf()).not.toBe('forum');
  });

  it('may be one by its address', () => {
    expect(typeOf('https://a.example/forum/viewtopic.php?t=3')).toBe('forum');
  });
});

describe('after the choice', () => {
  const short = (words: number): string =>
    `<article><p>${wordsOf(words, 'a')}</p><p>${wordsOf(words, 'b')}</p><section><h2>Two comments</h2><ol><li><p>${wordsOf(10, 'c')}</p></li></ol></section></article>`;
  /** What is left of a page that is kept whole, when its list calls itself something else than content. */
  const withoutTail = (html: string): number[] => {
    const { page, features } = described(html);
    const own = Float32Array.from(page.node, (node, box) =>
      box < page.boxes && page.tree.names[page.tree.kind[node]] === 'ol' ? -50 : 0,
    );
    const kept = new Uint8Array(page.blocks).fill(1);
    dropTail(page, { ...features.boxes, own }, kept);
    return [...kept];
  };
  const filled = (html: string, scores: number[], kept: number[]): number[] => {
    const { page } = described(html);
    const result = Uint8Array.from(kept);
    fillGaps(page, Float32Array.from(scores), result);
    return [...result];
  };

  it('two comments leave a short page, with their heading', () => {
    expect(withoutTail(short(30))).toEqual([1, 1, 0, 0]);
  });

  it('no more than a part of the text leaves so', () => {
    expect(withoutTail(short(10))).toEqual([1, 1, 1, 1]);
  });

  it('the last paragraph of a short page is kept in doubt, and only there', () => {
    const html = (words: number): string =>
      `<article><p>${wordsOf(words, 'a')}</p><p>${wordsOf(words, 'b')}</p><div><p>${wordsOf(12, 'c')}</p></div></article>`;
    expect(filled(html(30), [0.9, 0.9, 0.5], [1, 1, 0])).toEqual([1, 1, 1]);
    expect(filled(html(30), [0.9, 0.9, 0.1], [1, 1, 0])).toEqual([1, 1, 0]);
    expect(filled(html(300), [0.9, 0.9, 0.5], [1, 1, 0])).toEqual([1, 1, 0]);
  });
});

describe('choice', () => {
  const zero = {
    cuts: [],
    trees: 0,
    depth: 0,
    nodes: new Int32Array(0),
    leaf: new Float32Array(0),
    base: 0,
  };
  /** A forest that wants the threshold below 0.05: feature 0 >= 0.05 ? 0 : 1. */
  const lowestThreshold = (): Uint8Array => {
    const bytes = new Uint8Array(32);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 1, true);
    view.setUint8(2, 1);
    view.setUint8(3, 1);
    view.setFloat32(8, 1, true);
    view.setUint8(12, 1);
    view.setFloat32(13, 0.05, true);
    bytes.set([0, 0, 255, 1, 255, 0], 17);
    return bytes;
  };
  const choose = (scores: number[], words: number[], forest: Forest = zero) => {
    const { page, features } = described(words.map((n, i) => `<p>${wordsOf(n, `w${i}x`)}</p>`).join(''));
    return chooseThreshold(page, features, Float32Array.from(scores), forest);
  };

  it('takes the threshold of the greatest expected F1 where the forest is undecided', () => {
    const choice = choose([0.9, 0.1, 0.8, 0.05], [50, 20, 40, 100]);
    expect(choice.threshold).toBeCloseTo(0.8);
    // 2 (45 + 32) / (90 + 45 + 2 + 32 + 5)
    expect(choice.expected).toBeCloseTo(154 / 174);
  });

  it('keeps nothing where nothing is likely', () => {
    expect(choose([0, 0], [5, 5]).threshold).toBeGreaterThan(1);
  });

  it('takes no threshold that the scores themselves speak against', () => {
    const forest = unpackForest(lowestThreshold());
    expect(choose([0.9, 0.2], [50, 50], forest).threshold).toBeCloseTo(0.9);
    expect(choose([0.9, 0.35], [50, 5], forest).threshold).toBeLessThan(0.36);
  });

  it('keeps no scraps of a page that holds much else', () => {
    expect(choose([0.3, 0.01], [4, 300]).threshold).toBeGreaterThan(1);
    expect(choose([0.9, 0.01], [4, 30]).threshold).toBeLessThanOrEqual(0.9);
  });

  it('keeps what is likely beside a block that outweighs all others', () => {
    expect(choose([0.98, 0.2], [50, 50]).threshold).toBeCloseTo(0.98);
    expect(choose([0.98, 0.2], [500, 50]).threshold).toBe(0.5);
  });

  it('gives a row for each candidate, on an empty page too', () => {
    const { page, features } = described('');
    expect(candidateRows(page, features, new Float32Array(0))).toHaveLength(THRESHOLDS.length * CANDIDATE_FEATURES);
  });
});
