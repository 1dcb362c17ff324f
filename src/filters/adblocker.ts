import type { CosmeticFilter, FiltersEngine, NetworkFilter } from '@ghostery/adblocker';

/** The optional package that reads the lists and matches requests. It is handed in: nothing here loads it. */
export type Adblocker = typeof import('@ghostery/adblocker');

export type RequestType = 'script' | 'sub_frame' | 'image' | 'media' | 'object' | 'stylesheet' | 'font';
export type { CosmeticFilter, FiltersEngine, NetworkFilter };
