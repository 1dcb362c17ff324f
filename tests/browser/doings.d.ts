/** What a document did while it was loaded, and after everything in it was clicked and focused. */
export interface Doings {
  /** How often `alert` was called. */
  readonly ran: number;
  /** Scripts, frames, forms, event attributes, addresses with a scheme that runs. */
  readonly active: number;
  /** What DOMPurify would still take out of it. */
  readonly impure: number;
}

/** Puts documents into frames of a page, one each; `patience` is how long they have to start, in milliseconds. */
export function doings(given: { batch: string[]; way: 'innerHTML' | 'write'; patience: number }): Promise<Doings[]>;
