import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from '../../scripts/chromium.mjs';

/** The Chromium of this machine; undefined where there is none. */
export const CHROMIUM: string | undefined = chromiumPath();

/** Starts it without a window. */
export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('no Chromium in the PATH; name one by CHROMIUM');
  // Containers run tests as root, for whom Chromium's sandbox does not work.
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
