import type { WARCRecord } from 'warcio';
import { Unreadable } from '../read.ts';
import type { DocumentTask } from './tasks.ts';

/** Media types of which a record is read, and what they are. */
const TYPES: ReadonlyMap<string, 'html' | 'text'> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
  ['text/markdown', 'text'],
]);
/** The records that hold what a server sent, or the text that somebody made of it. */
const KINDS: ReadonlySet<string> = new Set(['response', 'conversion']);
/** Bytes of a payload that are looked at where the server did not say what it is. */
const PROLOGUE = 1024;

/** A web archive that ends early or is damaged. */
export class BrokenArchive extends Error {}

/**
 * The pages and texts of a web archive.
 *
 * @param chunks the archive's bytes, no longer compressed
 * @throws {Unreadable} where the optional package warcio is not installed.
 * @throws {BrokenArchive} behind the last whole record of an archive that ends early.
 */
export async function* archivedDocuments(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<DocumentTask> {
  const { AsyncIterReader, WARCParser } = await loadWarcio();
  const reader = new AsyncIterReader(chunks, null);
  let records = 0;
  for await (const record of new WARCParser(reader)) {
    records++;
    if (!/^WARC\/\d/.test(record.warcHeaders.statusline)) {
      throw new BrokenArchive(records === 1 ? 'no web archive' : 'a damaged archive: what follows is no record');
    }
    if (record.warcHeader('Content-Length') == null) throw new BrokenArchive('an archive that ends early');
    const known = KINDS.has(record.warcType) ? await documentOf(record, AsyncIterReader) : undefined;
    if (known === undefined) await record.skipFully();
    if (isCutOff(record)) throw new BrokenArchive('an archive that ends early');
    if (known !== undefined) yield known;
  }
}

/** What of a record is to be read, or undefined if it is no page and no text. */
async function documentOf(
  record: WARCRecord,
  Reader: Awaited<ReturnType<typeof loadWarcio>>['AsyncIterReader'],
): Promise<DocumentTask | undefined> {
  const http = record.httpHeaders?.headers;
  const contentType =
    (record.warcType === 'response' ? http?.get('Content-Type') : record.warcContentType) ?? undefined;
  const stated = TYPES.get((contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '');
  if (stated === undefined && contentType !== undefined) return undefined;
  let bytes = await record.readFully(false);
  if (http?.get('Transfer-Encoding')?.toLowerCase() === 'chunked') {
    bytes = await new Reader([bytes], null, true).readFully();
  }
  const type = stated ?? (looksLikePage(bytes) ? 'html' : undefined);
  if (type === undefined) return undefined;
  const url = record.warcTargetURI ?? undefined;
  const id = record.warcHeader('WARC-Record-ID') ?? url ?? '';
  const contentEncoding = http?.get('Content-Encoding') ?? undefined;
  return {
    kind: 'document',
    bytes,
    id,
    type,
    ...(url !== undefined && { url }),
    ...(contentType !== undefined && { contentType }),
    ...(contentEncoding !== undefined && { contentEncoding }),
  };
}

/** Whether the archive ended before the record had as many bytes as it says. */
function isCutOff({ _reader: reader }: WARCRecord): boolean {
  return 'limit' in reader && typeof reader.limit === 'number' && reader.limit > 0;
}

function looksLikePage(bytes: Uint8Array): boolean {
  return /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(Buffer.from(bytes.subarray(0, PROLOGUE)).toString('latin1'));
}

async function loadWarcio(): Promise<typeof import('warcio')> {
  try {
    return await import('warcio');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (missing) throw new Unreadable('web archives need the package warcio: npm install warcio');
    throw error;
  }
}
