/* Starts the Chromium of this machine for a walk: drawing in software, and asking nothing of the world for itself. */
import { accessSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      try {
        accessSync(join(folder, name));
        return join(folder, name);
      } catch {
        // Not in this folder: the next one.
      }
    }
  }
  throw new Error('no Chromium found: install it (apt-get install chromium) or name it in CHROMIUM');
}

export const startBrowser = () => chromium.launch({
  executablePath: browserPath(),
  args: [
    '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    // The browser's own errands (updates, lists, names of hosts) would hide a page's call to another machine among them.
    '--disable-background-networking', '--disable-component-update', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ],
});
