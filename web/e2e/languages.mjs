/*
 * The part of the walk that is about reading it at all: the workspace in Spanish, Portuguese and French, with more contrast, on
 * a narrow window as at 400 %, with forced colours, without motion; what a word means beside the word; the first tour by keyboard.
 * It needs the training case. Language and looks are put back at the end.
 */
import { join } from 'node:path';
import { permitted } from './permits.mjs';

const CASE_PAGES = ['case', 'requests', 'exhibits', 'records', 'people', 'subjects', 'network', 'workspace', 'findings', 'disclosure', 'deconflict', 'retention', 'acts'];
const SPOKEN = { es: ['Constataciones', 'Casos'], pt: ['Constatações', 'Casos'], fr: ['Constatations', 'Affaires'] };

async function speak(page, id, language) {
  await id(page, 'help').click();
  await Promise.all([page.waitForEvent('load'), id(page, `language-${language}`).click()]);
  await page.locator(`html[lang=${language}]`).waitFor();
  await id(page, 'actor').waitFor();
}

/* The page before stands until the next is fetched: it has settled once nothing is waited for, seen twice. */
async function settled(page) {
  for (let seen = 0; seen < 2; seen++) {
    await page.waitForTimeout(200);
    await page.waitForFunction(() => document.querySelector('.waiting') === null && document.querySelector('main h1') !== null);
  }
}

/* What sticks out of the window to the right: nothing may, but tables, code and pictures scroll in boxes of their own. */
async function sticksOut(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function languages({ page, id, look, axe, say, insist, openTraining, out, problems }) {
  const shot = (name) => page.screenshot({ path: join(out, `language-${name}.png`) });
  await openTraining(page);
  await permitted(page, 'Reading the training case in four languages');
  const start = new URL(page.url()).hash.split('/').slice(0, 3).join('/');
  const open = async (name) => {
    await id(page, `nav-${name}`).click();
    await page.locator('main h1').first().waitFor();
    await settled(page);
  };

  for (const [language, [findings, cases]] of Object.entries(SPOKEN)) {
    say(`the workspace in ${language}`);
    await speak(page, id, language);
    insist((await id(page, 'nav-findings').innerText()).startsWith(findings), `the sections are not in ${language}`);
    insist((await page.locator('.crumbs a').first().innerText()) === cases, `the head is not in ${language}`);
    for (const name of CASE_PAGES) {
      await open(name);
      await axe(page, `${language}-${name}`);
      await shot(`${language}-${name}`);
      const out = await sticksOut(page);
      if (out > 0) problems.push(`${name} in ${language} sticks out of the window by ${out} px`);
      if (name === 'workspace') {
        const high = await page.locator('.ws-chart > .toolbar').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));
        if (high.length !== 2 || high.some((one) => one > 40)) problems.push(`the chart's bars in ${language} are not two rows: ${high.join(', ')} px high`);
      }
    }
  }

  say('more contrast, light and dark, and forced colours');
  await speak(page, id, 'es');
  await id(page, 'help').click();
  await id(page, 'contrast-more').check();
  await look(page, 'help-contrast');
  await id(page, 'ground-dark').check();
  await page.keyboard.press('Escape');
  for (const [ground, scheme] of [['dark', 'dark'], ['light', 'light']]) {
    await id(page, 'help').click();
    await id(page, `ground-${ground}`).check();
    await page.keyboard.press('Escape');
    await page.emulateMedia({ colorScheme: scheme });
    for (const name of ['case', 'records', 'people', 'workspace', 'findings']) {
      await open(name);
      await axe(page, `contrast-${ground}-${name}`);
      await shot(`contrast-${ground}-${name}`);
    }
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await open('findings');
  await axe(page, 'forced-colours');
  await shot('forced-colours');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });

  say('a window of 320 pixels, as at 400 %');
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const name of ['case', 'exhibits', 'records', 'people', 'findings', 'disclosure', 'acts']) {
    await open(name);
    const out = await sticksOut(page);
    if (out > 0) problems.push(`${name} at 320 px sticks out by ${out} px`);
    await shot(`narrow-${name}`);
  }
  await page.setViewportSize(wide);

  say('what a word means: by focus, by pointer, gone with Escape');
  await open('findings');
  await page.locator('.term-mark').first().focus();
  await page.getByRole('tooltip').waitFor();
  await shot('word');
  await axe(page, 'word');
  await page.keyboard.press('Escape');
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await page.locator('.term-mark').first().hover();
  await page.getByRole('tooltip').hover();
  insist(await page.getByRole('tooltip').isVisible(), 'the words go away when they are pointed at');
  await page.mouse.move(0, 0);

  say('the tour, by keyboard');
  await id(page, 'help').focus();
  await page.keyboard.press('Enter');
  await id(page, 'tour-start').click();
  await id(page, 'tour').waitFor();
  await axe(page, 'tour');
  let steps = 1;
  for (; steps < 20 && (await id(page, 'tour').count()) > 0; steps++) {
    const head = await page.locator('#tour-title').innerText();
    await page.waitForFunction(() => document.activeElement?.id === 'tour-title'); // Each step begins at its head.
    if (steps === 3) await shot('tour');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction((was) => document.querySelector('#tour-title')?.innerText !== was, head);
  }
  insist(steps > 8 && steps < 20, `the tour had ${steps - 1} steps`);
  await id(page, 'help').click();
  await id(page, 'tour-start').click();
  await id(page, 'tour').waitFor();
  await page.keyboard.press('Escape');
  await id(page, 'tour').waitFor({ state: 'detached' });

  await page.evaluate(() => ['sextant.looks', 'sextant.language'].forEach((name) => localStorage.removeItem(name)));
  await page.goto(`${page.url().split('#')[0]}${start}`);
  await page.reload();
  await page.locator('html[lang=en]').waitFor();
}
