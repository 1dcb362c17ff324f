import { visible } from './visible.ts';
import { writeStream } from './write.ts';

/** Exit statuses. */
export const WELL = 0;
export const SOME_FAILED = 1;
export const WRONG_USAGE = 2;
export const NOTHING_READ = 3;

/** UTF-16 units of a message that quotes what the user wrote. */
const LONGEST_MESSAGE = 1000;

/** Says on standard error what is wrong, in one line, and gives the status back. */
export async function complain(status: number, message: string): Promise<number> {
  await writeStream(process.stderr, `adstrip: ${visible(message, LONGEST_MESSAGE)}\n`);
  return status;
}

/** What went wrong, in the system's words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
