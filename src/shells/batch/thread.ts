import { workerData } from 'node:worker_threads';
import { clean } from '../../index.ts';
import { serveTasks } from '../serve-tasks.ts';
import type { Done, Task } from './tasks.ts';
import { prepareWork, type WorkOptions } from './work.ts';

const options: WorkOptions = workerData;
const work = await prepareWork(options);
// The rules are compiled when they are first used: no record's time should go on that.
clean('<p>A page.</p>');

serveTasks<readonly Task[]>(async (tasks) => {
  const result: Done[] = [];
  for (const task of tasks) result.push(await work(task));
  return { result, transfer: result.map(({ output }) => output.buffer as ArrayBuffer) };
});
