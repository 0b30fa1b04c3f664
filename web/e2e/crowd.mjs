/*
 * The part of the walk about an entity that is tied to more than a chart can bear: an expansion says how many would come, asks from 50 entities on and
 * has them searched from 250 on. Two exports, of one who wrote to 120 people and of one who wrote to 300, are sealed and read in the walk's own case,
 * whose authority allows so many subjects.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crowdExport, PEOPLE } from '../dev/made-up.mjs';

/* Both are named by the authority. */
const WIDE = { owner: PEOPLE[0][1], name: PEOPLE[0][0], people: 300, first: 5_000_000, start: Date.UTC(2026, 0, 7, 7) };
const MIDDLE = { owner: PEOPLE[1][1], name: PEOPLE[1][0], people: 120, first: 6_000_000, start: Date.UTC(2026, 0, 9, 9) };

const first = (text) => Number(/[\d.,]+/.exec(text)?.[0].replace(/[.,]/g, '') ?? NaN);

export async function crowd({ page, id, look, say, insist, fault, scratch, wait }) {
  say('two exports of people with a crowd of contacts are sealed and read, and the network is frozen anew');
  await id(page, 'nav-exhibits').click();
  const files = [WIDE, MIDDLE].map((one) => join(scratch, `crowd-${one.people}.json`));
  for (const [at, one] of [WIDE, MIDDLE].entries()) writeFileSync(files[at], crowdExport(one));
  await id(page, 'seal-file').setInputFiles(files);
  await id(page, 'seal-how').selectOption('USER_EXPORT');
  await id(page, 'seal-source').fill('Two exports handed over with consent');
  await id(page, 'seal').click();
  await page.locator('[data-testid=queue][data-ended=true]').waitFor({ timeout: 5 * wait });
  const states = await id(page, 'queue-file').evaluateAll((all) => all.map((one) => one.getAttribute('data-state')));
  insist(JSON.stringify(states) === '["done","done"]', `the exports were not read: ${await id(page, 'queue').innerText()}`);
  await id(page, 'nav-network').click();
  await id(page, 'freeze').click();
  await id(page, 'measure-all').or(id(page, 'fault')).first().waitFor({ timeout: 5 * wait });
  insist(!(await fault(page)), `freezing failed: ${await fault(page)}`);
  const frozen = /[^/]+$/.exec(new URL(page.url()).hash.replace(/\?.*/, ''))[0];
  await id(page, 'nav-workspace').click();
  await id(page, 'ws-canvas').locator('canvas').first().waitFor({ state: 'attached' });
  await id(page, 'ws-tab-compare').click();
  insist((await page.getByLabel('Window A, on the chart').inputValue()) === frozen, 'the workspace does not open on the latest snapshot');
  await id(page, 'ws-tab-entity').click();
  await id(page, 'ws-tables').evaluate((one) => { one.open = true; });
  const everybody = await id(page, 'ws-entities').locator('tbody tr').first().waitFor().then(() => onChart());

  async function onChart() {
    return first(/of ([\d.,]+) entit/.exec(await id(page, 'ws-canvas').getAttribute('aria-label'))[1]);
  }
  const becomes = (wanted) => page.waitForFunction((words) => document.querySelector('[data-testid=ws-canvas]').getAttribute('aria-label').includes(words), `of ${wanted.toLocaleString('en-GB')} entit`);
  /* The table by ties, most first, with somebody alone on the chart, and the question that an expansion begins with. */
  const expanding = async (name) => {
    await becomes(everybody);
    const by = id(page, 'ws-entities').getByRole('columnheader', { name: /^Ties/ });
    if ((await by.getAttribute('aria-sort')) !== 'descending') await by.getByRole('button').click();
    await page.locator('[data-testid=ws-entities] th[aria-sort=descending]').waitFor();
    const row = id(page, 'ws-entities').locator('tbody tr').filter({ has: page.locator('strong', { hasText: new RegExp(`^${name}`) }) });
    await row.first().focus();
    await page.keyboard.press('Enter');
    await id(page, 'ws-entity').locator('h2', { hasText: name }).waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('o');
    await becomes(1);
    await page.keyboard.press('e');
    await id(page, 'ws-expand-count').waitFor();
    return first(await id(page, 'ws-expand-count').innerText());
  };
  const kinds = page.locator('dialog fieldset input[type=checkbox]');

  say('from 50 on an expansion asks before it draws, and fewer kinds of tie end the question');
  const many = await expanding(MIDDLE.name);
  insist(many >= 50 && many < 250, `${MIDDLE.name} would bring ${many}: not between the question and the search`);
  await id(page, 'ws-expand-prompt').waitFor();
  insist((await id(page, 'ws-expand-search').count()) === 0, 'a search is asked for too early');
  insist((await id(page, 'ws-bring').innerText()).includes(`all ${many}`), 'the question does not say how many it brings');
  await look(page, 'crowd-prompt');
  for (let n = (await kinds.count()) - 1; n >= 0; n--) await kinds.nth(n).uncheck();
  await id(page, 'ws-expand-prompt').waitFor({ state: 'detached' });
  insist(await id(page, 'ws-bring').isDisabled(), 'nobody can be brought');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  insist((await onChart()) === 1, 'an expansion that was left brought somebody');
  await page.keyboard.press('e');
  await id(page, 'ws-bring').click();
  await becomes(many + 1);
  await look(page, 'crowd-brought');
  await id(page, 'ws-show').click();
  await id(page, 'ws-all').click();

  say('from 250 on it has them searched, and brings those ticked alone');
  const crowded = await expanding(WIDE.name);
  insist(crowded >= 250, `${WIDE.name} would bring ${crowded}: not enough for a search`);
  await id(page, 'ws-expand-search').waitFor();
  insist((await id(page, 'ws-bring').count()) === 0 && (await id(page, 'ws-bring-ticked').isDisabled()), 'all can be brought at once');
  await page.getByText('The first 100 are listed').waitFor();
  await look(page, 'crowd-search');
  await id(page, 'ws-expand-words').fill('katya');
  const found = page.locator('[data-testid=ws-expand-found][data-answers=katya] li');
  await found.first().waitFor();
  const names = await found.allInnerTexts();
  insist(names.length >= 2 && names.length < 50 && names.every((one) => /katya/i.test(one)), `the search found ${names}`);
  for (const at of [0, 1]) await found.nth(at).getByRole('checkbox').check();
  await look(page, 'crowd-ticked');
  insist((await id(page, 'ws-bring-ticked').innerText()).includes('2'), 'the button does not say how many are ticked');
  await id(page, 'ws-bring-ticked').click();
  await becomes(3);
  const drawn = await id(page, 'ws-entities').locator('tbody strong').allInnerTexts();
  insist(names.slice(0, 2).every((one) => drawn.some((name) => one.startsWith(name.replace(/ \[.*/, '')))), `ticked ${names.slice(0, 2)}, drawn ${drawn}`);
  await page.keyboard.press('Control+z');
  await becomes(1);
  await id(page, 'ws-show').click();
  await id(page, 'ws-all').click();
  await becomes(everybody);
  insist(!(await fault(page)), `expanding failed: ${await fault(page)}`);
}
