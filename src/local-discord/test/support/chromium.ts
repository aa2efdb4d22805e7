import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** How somebody without Chromium gets it, for messages. */
export const chromiumAdvice = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH';

/** Where this computer has Chromium: `CHROMIUM_PATH`, else where systems usually put it. */
export const findChromium = (env: Readonly<Record<string, string | undefined>>): string | undefined => {
  const given = env['CHROMIUM_PATH'];
  return [...(given === undefined || given === '' ? [] : [given]), ...usualPlaces].find((path) =>
    existsSync(path),
  );
};

/** Containers have no user namespaces and little shared memory; the page is our own. A process less is a fifth of the time. */
export const chromiumArguments = ['--no-sandbox', '--disable-dev-shm-usage', '--in-process-gpu'];
