import type { CleanOptions, CleanResult, FilterEngine, StripResult } from '../types.ts';
import type { Run } from './arguments.ts';
import { explain } from './explain.ts';
import { readFilterLists } from './filter-lists.ts';
import { formatted } from './formatted.ts';
import { MissingPeer } from './peer.ts';
import { readInput, Unreadable } from './read.ts';
import { complain, messageOf, NOTHING_READ, SOME_FAILED, WELL, WRONG_USAGE } from './status.ts';
import { coloured } from './terminal.ts';
import { packedFor, writeStream, writeWhole } from './write.ts';

/** Works on one document; resolves to the exit status. */
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
  let whole: CleanResult | StripResult;
  try {
    whole = await resultOf(bytes, type, run, filters);
  } catch (error) {
    if (!(error instanceof Error) || (error.name !== 'TimeoutError' && error.name !== 'CrashError')) throw error;
    const why = error.name === 'TimeoutError' ? `took longer than ${run.timeout} ms` : error.message;
    return complain(SOME_FAILED, `${input === '-' ? 'standard input' : input}: ${why}`);
  }
  const { output, report } = await written(whole, bytes, run);
  try {
    if (run.output === undefined) await writeStream(process.stdout, output);
    else await writeWhole(run.output, await packedFor(run.output, output));
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

/** The library's own result, made in this thread or, as a deadline needs one, in a thread of its own. */
async function resultOf(
  bytes: Uint8Array,
  type: 'auto' | 'html' | 'text',
  run: Run,
  filters: FilterEngine | undefined,
): Promise<CleanResult | StripResult> {
  const options: CleanOptions = {
    type,
    remove: run.remove,
    ...(run.url !== undefined && { url: run.url }),
    ...(run.maxLength !== undefined && { maxLength: run.maxLength }),
  };
  const explained: CleanOptions = { ...options, ...(run.report !== undefined && { explain: true }) };
  if (run.timeout === undefined) {
    // Loaded only now, so that what cannot be read need not wait for it.
    const { clean, strip } = await import('../index.ts');
    const engine = filters !== undefined && { filters };
    return run.strip ? strip(bytes, { ...options, ...engine }) : clean(bytes, { ...explained, ...engine });
  }
  const { createPool } = await import('./pool.ts');
  const pool = createPool({ threads: 1, timeout: run.timeout, ...(filters !== undefined && { filters }) });
  return run.strip ? pool.strip(bytes, options) : pool.clean(bytes, explained);
}

/** What is to be written for one document. */
interface Written {
  readonly output: string;
  /** Empty where none is asked for. */
  readonly report: string;
}

/** A result as it is to be written, and the report on it. With `--explain`, what was removed goes to standard error. */
async function written(whole: CleanResult | StripResult, bytes: Uint8Array, run: Run): Promise<Written> {
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
