import type { CleanOptions, CleanResult, FilterEngine, StripResult } from '../types.ts';
import type { Run } from './arguments.ts';
import { explain } from './explain.ts';
import { readFilterLists } from './filter-lists.ts';
import { formatted } from './formatted.ts';
import { MissingPeer } from './peer.ts';
import { readInput, Unreadable } from './read.ts';
import { complain, messageOf, NOTHING_READ, SOME_FAILED, WELL, WRONG_USAGE } from './status.ts';
import { coloured } from './terminal.ts';
import { writeStream, writeWhole } from './write.ts';

/** Works on one document, in this thread; resolves to the exit status. */
export async function runDocument(run: Run, input: string, type: 'auto' | 'html' | 'text'): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await readInput(input);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return complain(NOTHING_READ, `${input === '-' ? 'standard input' : input}: ${error.message}`);
  }
  let filters: FilterEngine | undefined;
  try {
    filters = await readFilterLists(run.filters);
  } catch (error) {
    if (error instanceof MissingPeer) return complain(WRONG_USAGE, error.message);
    if (!(error instanceof Unreadable)) throw error;
    return complain(NOTHING_READ, error.message);
  }
  const { output, report } = await cleaned(bytes, type, run, filters);
  try {
    if (run.output === undefined) await writeStream(process.stdout, output);
    else await writeWhole(run.output, output);
  } catch (error) {
    return complain(SOME_FAILED, `${run.output ?? 'standard output'}: ${messageOf(error)}`);
  }
  try {
    if (run.report !== undefined) await writeWhole(run.report, report);
  } catch (error) {
    return complain(SOME_FAILED, `${run.report}: ${messageOf(error)}`);
  }
  return WELL;
}

/** What is to be written for one document. */
interface Cleaned {
  readonly output: string;
  /** Empty where none is asked for. */
  readonly report: string;
}

/** The result for one document, and the report on it. With `--explain`, what was removed goes to standard error. */
async function cleaned(
  bytes: Uint8Array,
  type: 'auto' | 'html' | 'text',
  run: Run,
  filters: FilterEngine | undefined,
): Promise<Cleaned> {
  // Loaded only now, so that what cannot be read need not wait for it.
  const { clean, strip } = await import('../index.ts');
  const options: CleanOptions = {
    type,
    remove: run.remove,
    ...(filters !== undefined && { filters }),
    ...(run.url !== undefined && { url: run.url }),
    ...(run.maxLength !== undefined && { maxLength: run.maxLength }),
  };
  const whole = run.strip
    ? strip(bytes, options)
    : clean(bytes, { ...options, ...(run.report !== undefined && { explain: true }) });
  const output = await formatted(withoutBlocks(whole), run.format ?? 'text');
  if (!run.explain && run.report === undefined) return { output, report: '' };
  const [{ decode }, { MAX_LENGTH }] = await Promise.all([import('../decode.ts'), import('../input.ts')]);
  const source = decode(bytes, undefined).text.slice(0, run.maxLength ?? MAX_LENGTH);
  if (run.explain) await writeStream(process.stderr, explain(source, whole.removed, coloured(process.stderr)));
  const report = run.report === undefined ? '' : (await import('../report/index.ts')).renderReport(source, whole);
  return { output, report };
}

/** What only the report needs is no part of the result. */
function withoutBlocks(whole: CleanResult | StripResult): CleanResult | StripResult {
  if ('output' in whole) return whole;
  const { blocks: _, ...result } = whole;
  return result;
}
