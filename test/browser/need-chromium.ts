import { existsSync } from 'node:fs';

/** Debian's chromium, or another one named by CHROMIUM. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Ends the run at once, saying what to install, where there is no browser. */
export function setup(): void {
  if (existsSync(CHROMIUM)) return;
  throw new Error(
    `browser tests need Chromium, and ${CHROMIUM} is not there. On Debian: apt-get install chromium fonts-noto-cjk; ` +
      'elsewhere set CHROMIUM to the program.',
  );
}
