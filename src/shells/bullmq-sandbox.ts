// What BullMQ imports in the process of a sandboxed worker: it runs the default export.
export { cleanShard as default } from './bullmq.ts';
