import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { clean, type Removal, strip } from '../src/index.ts';
import { type BatchEntry, batchEntry, createBatchReport } from '../src/report/index.ts';

const HOSTILE = `"'></style></title><script>x()</script><img src=x onerror="x()"><!--`;

/** A result with so many removals of each rule, of ten characters each. */
function resultOf(rules: Record<string, number>, confidence = 0.9) {
  const removed: Removal[] = [];
  for (const [rule, times] of Object.entries(rules)) {
    for (let i = 0; i < times; i++) {
      const start = 10 * removed.length;
      removed.push({ rule, category: 'ad', start, end: start + 10, text: 'x'.repeat(10) });
    }
  }
  return { removed, confidence, pageType: 'article' as const, wordCount: 100 };
}

/** The text of a report as a reader sees it, in one line, with the cells of tables apart. */
function textOf(report: string): string {
  return report
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

const sectionOf = (report: string, id: string): string =>
  textOf(report.slice(report.indexOf(`<section id="${id}"`)).split('</section>', 1)[0]);

describe('createBatchReport', () => {
  it('adds up records, errors, removals by category, by rule and by site', () => {
    const report = createBatchReport();
    report.add({ id: 1, url: 'https://a.example/1' }, resultOf({ 'own/one': 3, 'own/two': 1 }));
    report.add({ id: 2, url: 'https://a.example/2' }, resultOf({ 'own/one': 2 }, 0.5));
    report.add({ id: 3, url: 'https://b.example/' }, resultOf({}));
    report.add({ id: 4, url: 'https://b.example/4' }, { error: 'a record must have html or text' });
    report.add({}, new Error('out of luck'));
    const html = report.render();
    const figures = sectionOf(html, 'figures');
    expect(figures).toContain('records 5 of 3 sites');
    expect(figures).toContain('errors 2 40 % of the records');
    expect(figures).toContain('removals 6 2.0 a record');
    expect(figures).toContain('characters removed 60');
    expect(figures).toContain('words kept 300');
    expect(figures).toContain('confidence 0.77 on average');
    expect(figures).toMatch(/ ad ad slots, [a-z ,]* 6 2 60 /);
    expect(figures).toMatch(/article 3/);
    const rules = sectionOf(html, 'rules');
    expect(rules).toContain('own/one 5 2 67 % 50');
    expect(rules).toContain('own/two 1 1 33 % 10');
    const sites = sectionOf(html, 'sites');
    expect(sites).toContain('a.example 6 2 – 60 0.70');
    expect(sites).toContain('b.example 0 2 1 0 0.90');
    expect(sites).toContain('without an address 0 1 1 0 –');
    const errors = sectionOf(html, 'errors');
    expect(errors).toContain('a record must have html or text 1 https://b.example/4 4');
    expect(errors).toContain('out of luck 1 without id and address');
  });

  it('takes real results of clean and strip', () => {
    const page = '<ins class="adsbygoogle"></ins><p>The ferry was late, and nobody minded, for it was warm.</p>';
    const report = createBatchReport();
    report.add({ url: 'https://a.example/' }, clean(page));
    report.add({ url: 'https://a.example/' }, strip(page));
    const html = report.render();
    expect(sectionOf(html, 'figures')).toContain('removals 2');
    expect(sectionOf(html, 'rules')).toMatch(/adsense\/\w+ 2 2 100 %/);
  });

  it('shows how confidence is distributed', () => {
    const report = createBatchReport();
    for (const confidence of [0, 0.01, 0.5, 0.99, 1]) report.add({}, resultOf({}, confidence));
    const html = report.render();
    expect(html).toContain('<title>0.00 to 0.05: 2 records</title>');
    expect(html).toContain('<title>0.50 to 0.55: 1 record</title>');
    expect(html).toContain('<title>0.95 to 1.00: 2 records</title>');
  });

  it('names the worst pages, the worst first, with links and ids', () => {
    const report = createBatchReport();
    for (let i = 0; i < 200; i++) {
      report.add(
        { id: `page-${i}`, url: `https://a.example/${i}` },
        resultOf({ 'own/one': i }, i === 77 ? 0.1 : 0.5 + i / 500),
      );
    }
    const html = report.render();
    const worst = sectionOf(html, 'worst');
    const [least, most] = worst.split('Most removed');
    expect(least.match(/page-\d+/g)?.slice(0, 3)).toEqual(['page-77', 'page-0', 'page-1']);
    expect(most.match(/page-\d+/g)?.slice(0, 2)).toEqual(['page-199', 'page-198']);
    expect(most.match(/page-\d+/g)).toHaveLength(50);
    expect(html).toContain('<a href="https://a.example/77" rel="noopener noreferrer nofollow">');
  });

  it('draws a bar as long as its share of the longest', () => {
    const report = createBatchReport();
    report.add({}, resultOf({ 'own/one': 8, 'own/two': 2 }));
    const rules = report.render().split('<section id="rules"')[1];
    expect([...rules.matchAll(/<rect width="([\d.]+)"/g)].slice(0, 2).map(([, width]) => width)).toEqual([
      '100.0',
      '25.0',
    ]);
  });

  it('is the same for records that were made small elsewhere', () => {
    const direct = createBatchReport();
    const small = createBatchReport();
    for (let i = 0; i < 20; i++) {
      const record = { id: i, url: `https://site-${i % 3}.example/` };
      const outcome = i % 5 === 0 ? { error: 'x' } : resultOf({ 'own/one': i });
      direct.add(record, outcome);
      small.addEntry(structuredClone(batchEntry(record, outcome)));
    }
    expect(small.render()).toBe(direct.render());
    expect(small.render()).toBe(small.render());
  });

  it('says so where nothing has come', () => {
    expect(sectionOf(createBatchReport().render(), 'figures')).toContain('records 0 of 0 sites');
  });

  it('loads nothing, runs nothing, and shows what records hold as text', () => {
    const report = createBatchReport();
    report.add({ id: HOSTILE, url: `javascript:${HOSTILE}` }, resultOf({ [`own/${HOSTILE}`]: 2 }));
    report.add({ id: { a: HOSTILE }, url: `https://a.example/${HOSTILE}` }, { error: HOSTILE });
    report.add({ id: '\u202e\ud800', url: 'https://\u202e.example' }, { error: '\0' });
    const html = report.render();
    expect(html.isWellFormed()).toBe(true);
    const names = [...html.matchAll(/<([a-z]+)/g)].map(([, name]) => name);
    expect(names.filter((name) => ['script', 'img', 'iframe', 'link'].includes(name))).toEqual([]);
    expect(html).not.toMatch(/href="javascript|<[^>]* on[a-z]+=|<[^>]* style=/);
    expect(html).not.toMatch(/[\u202e\0]/);
    expect(html).toContain("default-src 'none'");
    expect(parse(html).childNodes).toHaveLength(2);
  });
});

describe('memory', () => {
  it('is bounded by what is frequent, and the report says what was given up', () => {
    const report = createBatchReport();
    for (let i = 0; i < 60_000; i++) {
      report.addEntry({ url: `https://site-${i}.example/`, rules: [[`own/rule-${i}`, 'ad', 1, 10]] });
      if (i % 10 === 0) report.addEntry({ url: 'https://often.example/', rules: [['own/often', 'ad', 1, 10]] });
      if (i % 10 === 5) report.addEntry({ url: 'https://often.example/', error: `failed in ${i}`, rules: [] });
    }
    const html = report.render();
    expect(sectionOf(html, 'figures')).toContain('records 72,000 of more than');
    expect(sectionOf(html, 'rules')).toContain('own/often 6,000 6,000');
    expect(sectionOf(html, 'sites')).toContain('often.example 6,000 12,000 6,000');
    for (const id of ['rules', 'sites', 'errors']) expect(sectionOf(html, id)).toContain('given up on the way');
    expect(html.length).toBeLessThan(400_000);
  });

  it('holds the beginning of long ids, addresses and messages', () => {
    const long = 'a'.repeat(100_000);
    const entry = batchEntry({ id: long, url: `https://a.example/${long}` }, { error: long });
    expect(JSON.stringify(entry).length).toBeLessThan(3000);
  });

  it('of a worst page is not its rules', () => {
    const rules: BatchEntry['rules'] = Array.from({ length: 50_000 }, (_, i) => [`own/${i}`, 'ad', 1, 10] as const);
    const report = createBatchReport();
    report.addEntry({ id: 'x', confidence: 0, rules });
    expect(sectionOf(report.render(), 'worst')).toContain('50,000 500,000');
  });
});

describe('wrong arguments', () => {
  const wrong = batchEntry as (...args: unknown[]) => BatchEntry;

  it('are a TypeError that says what was expected and what came', () => {
    expect(() => wrong(7, resultOf({}))).toThrow(new TypeError('batchEntry: record must be an object, got number'));
    expect(() => wrong({}, undefined)).toThrow(
      new TypeError('batchEntry: outcome must be a result or an error, got undefined'),
    );
    expect(() => wrong({}, {})).toThrow(new TypeError('batchEntry: outcome must have removed or error, got neither'));
  });

  it('are no ids: any value is one', () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    for (const id of [null, 0, 7n, Symbol('s'), circular, () => 1, '']) {
      expect(() => batchEntry({ id }, resultOf({}))).not.toThrow();
    }
  });
});
