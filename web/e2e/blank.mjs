#!/usr/bin/env node
/* Opens an empty page and closes it: what the browser does by itself, so that a walk can be compared with it (check.d/offline.sh). */
import { startBrowser } from './browser.mjs';

const browser = await startBrowser();
const page = await browser.newPage();
await page.goto('data:text/html,<title>empty</title>');
await page.waitForTimeout(5000);
await browser.close();
