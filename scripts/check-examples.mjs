// Installs the package as it would be published together with the examples into a temporary folder, runs each example,
// and looks at what it prints.
//
//   node scripts/check-examples.mjs [adstrip-x.y.z.tgz] [example …]
//
// Without a tarball it packs one (after npm run build). Needs the registry, or npm's cache, for what the examples use:
// where neither has it, that is said and nothing is run.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const EXAMPLES = resolve('examples');
/** Milliseconds for one example. */
const LONGEST = 120_000;
/** What npm says where it cannot reach the registry. */
const UNREACHABLE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOTCACHED)\b/;

const five = (pattern) => new RegExp(`^(?:${pattern}\\n){5}`, 'm');

/** What each example has to print, and programs that it needs, one of each list. */
const CHECKS = {
  crawlee: {
    prints: [
      /^6 pages crawled, 5 articles stored:$/m,
      five('- .+, by [A-Z].+, 202\\d-.+Z\\n  1\\d\\d words, \\d removals: label/byline, adace/slot, .*onetrust/banner'),
    ],
  },
  cheerio: {
    prints: [/^The harbour clock runs again: 5 paragraphs$/m, /, 0 ad elements are left$/m, /^ {2}adace\/slot: div$/m],
  },
  playwright: {
    needs: ['chromium', 'chromium-browser', 'google-chrome'],
    prints: [
      /^without a browser: [01] words$/m,
      /^with Chromium: 1\d\d words of 'The harbour clock/m,
      /^removed: adsense\/unit/m,
      /^After eleven silent years/m,
    ],
  },
  'fetch-stream': {
    prints: [
      /^first: The harbour clock runs again, 1\d\d words$/m,
      /^no article: \/nowhere: a record must have html or text$/m,
      /^100 of 100 addresses written, 1 of them without an article$/m,
      // The four that are fetched, and what the streams hold between there and the writer: not all hundred.
      /^never more than (?:\d|1\d) pages were ahead of the writer$/m,
    ],
  },
  bullmq: {
    needs: ['redis-server'],
    prints: [
      /^4 jobs for 1200 records; a job is \d{3} bytes$/m,
      /^worker A is killed in the middle of a shard$/m,
      /^worker B begins shard 1$/m,
      /^(?:300 records, 0 errors, \d+ bytes\n){4}/m,
      /^1200 records written, 1200 different ones; files: (?:part-0000\d-of-00004\.jsonl(?:, |$)){4}/m,
    ],
  },
  langchain: {
    prints: [
      five('.+ \\([A-Z].+, 202\\d-.+Z\\): 1\\d\\d words\\n  \\d{4} characters of HTML, \\d{3} of Markdown'),
      /^After eleven silent years/m,
    ],
  },
  rehype: {
    prints: [/^\d+ characters in, \d+ out$/m, /^ad: adace\/slot: <div/m, /^consent: onetrust\/banner: <div/m],
  },
};

const [first] = process.argv.slice(2);
const given = first?.endsWith('.tgz') ? resolve(first) : undefined;
const wanted = process.argv.slice(given === undefined ? 2 : 3);

const folder = mkdtempSync(join(tmpdir(), 'adstrip-examples-'));
let failures = 0;
try {
  if (install(given ?? pack())) {
    const there = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'run.mjs')));
    for (const name of there) if (wanted.length === 0 || wanted.includes(name)) run(name);
  }
} catch (error) {
  console.error([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'));
  failures++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

function pack() {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  return join(folder, execFileSync('npm', args, { encoding: 'utf8' }).trim().split('\n').at(-1));
}

/** Whether all is there. */
function install(tarball) {
  cpSync(EXAMPLES, folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const manifest = join(folder, 'package.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('file:..', `file:${tarball}`));
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status === 0) {
    console.log(`installed (${seconds(began)})`);
    return true;
  }
  if (!UNREACHABLE.test(stderr)) throw new Error(`npm install: ${stdout}${stderr}`);
  console.log(
    `SKIPPED, all examples: the registry cannot be reached\n${stderr.trim().split('\n').slice(0, 3).join('\n')}`,
  );
  return false;
}

function run(name) {
  const check = CHECKS[name];
  if (check === undefined) return fail(name, 'nothing says what it has to print');
  if (check.needs !== undefined && !check.needs.some(isInPath)) {
    console.log(`${name}: SKIPPED, there is no ${check.needs[0]} in the PATH`);
    return;
  }
  const began = Date.now();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [join(name, 'run.mjs')], {
    cwd: folder,
    encoding: 'utf8',
    timeout: LONGEST,
  });
  const missing = check.prints.filter((pattern) => !pattern.test(stdout));
  if (status === 0 && missing.length === 0) {
    console.log(`${name}: well (${seconds(began)})`);
    return;
  }
  const why = status === 0 ? `does not print ${missing.join(' and ')}` : `ends with ${signal ?? `status ${status}`}`;
  fail(name, `${why}\n${stdout}${stderr}`);
}

function fail(name, why) {
  console.error(`${name}: FAILED: ${why}`);
  failures++;
}

function isInPath(program) {
  if (program.startsWith('chromium') && process.env.CHROMIUM !== undefined) return true;
  return (process.env.PATH ?? '').split(delimiter).some((path) => existsSync(join(path, program)));
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
