import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sink } from '../src/shells/batch/sinks.ts';
import { shardFile } from '../src/shells/shards/shard-file.ts';

let folder = '';
let output = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adstrip-shard-'));
  output = join(folder, 'shard.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (number: number): string => `{"id":${number}}\n`;
const write = (sink: Sink, number: number): Promise<void> =>
  sink.write([{ done: { output: Buffer.from(line(number)), name: String(number) }, target: '' }]);

describe("a shard's file", () => {
  it('is there when it is complete', async () => {
    const sink = await shardFile(output, 'run');
    await write(sink, 1);
    expect(readdirSync(folder)).not.toContain('shard.jsonl');
    await sink.finish();
    expect(readdirSync(folder)).toEqual(['shard.jsonl']);
    expect(readFileSync(output, 'utf8')).toBe(line(1));
  });

  it('is gone on with by the next attempt, while the one before may still be writing', async () => {
    const first = await shardFile(output, 'run');
    await write(first, 1);
    await first.suspend();
    const second = await shardFile(output, 'run');
    expect(second.before.records).toBe(1);
    await write(second, 2);
    const third = await shardFile(output, 'run');
    expect(third.before.records).toBe(2);
    // Both go on, as when the second was only frozen.
    await write(third, 3);
    await write(second, 3);
    await third.finish();
    await expect(second.finish()).rejects.toThrow('another attempt has taken this shard over');
    expect(readFileSync(output, 'utf8')).toBe(line(1) + line(2) + line(3));
    expect(readdirSync(folder)).toEqual(['shard.jsonl']);
  });

  it('keeps its old content until the new one is complete', async () => {
    writeFileSync(output, 'old');
    const sink = await shardFile(output, 'run');
    await write(sink, 1);
    expect(readFileSync(output, 'utf8')).toBe('old');
    await sink.finish();
    expect(readFileSync(output, 'utf8')).toBe(line(1));
  });

  it('is begun anew where what is there belongs to another shard', async () => {
    const other = await shardFile(output, 'other run');
    await write(other, 1);
    await other.suspend();
    const sink = await shardFile(output, 'run');
    expect(sink.before.records).toBe(0);
    await sink.finish();
    expect(readFileSync(output, 'utf8')).toBe('');
  });

  it('leaves alone what only looks like it', async () => {
    const strangers = ['shard.jsonl.part', 'shard.jsonl.bak', 'shard.jsonl.1.part', 'other.jsonl'];
    for (const name of strangers) writeFileSync(join(folder, name), 'mine');
    await (await shardFile(output, 'run')).finish();
    expect(readdirSync(folder).sort()).toEqual([...strangers, 'shard.jsonl'].sort());
  });
});
