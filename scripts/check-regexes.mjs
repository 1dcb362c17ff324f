// Finds every regular expression in src and asks recheck whether an input can make it slow. A vulnerable one fails.
//
//   node scripts/check-regexes.mjs
//
// A `new RegExp(…)` of anything but a string literal cannot be judged here and is listed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// The JavaScript engine in this process: it needs no Java and no native program.
process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** Milliseconds for one expression; what takes longer is listed as unknown. */
const TIMEOUT = 20_000;

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (entry.name.endsWith('.ts')) yield path;
  }
}

/** `{ where, pattern, flags }` of each expression of a file; `pattern` is undefined where it is computed. */
function expressionsOf(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    const where = `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ where, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [pattern, flags] = node.arguments ?? [];
      const literal = pattern !== undefined && ts.isStringLiteralLike(pattern) ? pattern.text : undefined;
      found.push({
        where,
        pattern: literal,
        flags: flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : '',
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const counts = { safe: 0, vulnerable: 0, unknown: 0 };
for (const path of sourceFiles('src')) {
  for (const { where, pattern, flags } of expressionsOf(path)) {
    if (pattern === undefined) {
      counts.unknown++;
      console.log(`unknown     ${where}  computed`);
      continue;
    }
    // The flags that recheck does not know change nothing about how matching proceeds.
    const { status, complexity, error, attack } = checkSync(pattern, flags.replace(/[dv]/g, ''), { timeout: TIMEOUT });
    counts[status]++;
    if (status === 'vulnerable')
      console.log(`vulnerable  ${where}  /${pattern}/${flags}  ${complexity.summary}, e.g. ${attack.pattern}`);
    if (status === 'unknown') console.log(`unknown     ${where}  /${pattern}/${flags}  ${error.kind}`);
  }
}
console.log(`regular expressions: ${counts.safe} safe, ${counts.vulnerable} vulnerable, ${counts.unknown} unknown`);
process.exitCode = counts.vulnerable === 0 ? 0 : 1;
