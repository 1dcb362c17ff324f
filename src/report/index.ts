export { type BatchReport, createBatchReport } from './batch.ts';
export { type BatchEntry, batchEntry, type Outcome, type ReportedRecord } from './batch-entry.ts';
export { renderReport } from './page.ts';
