/*
 * The part of the walk that is about finding: facets, more like this, kept searches, an export longer than any page,
 * where else a picture is, and a table whose columns a person names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { telegramExport } from '../dev/made-up.mjs';
import { drawn, zipOf } from '../dev/pictures.mjs';

const MESSAGES = 12_000; // More than the ten thousand at which other programs stop.

/** An export with pictures, all of it before the end of the authority's window: one sent twice, the second time smaller, and another. */
function pictured() {
  const whole = JSON.parse(telegramExport({ seed: 23, messages: MESSAGES, start: Date.UTC(2019, 0, 5, 8) }));
  const chat = whole.chats.list.find((one) => one.type === 'private_group');
  const send = (number, photo) => { Object.assign(chat.messages[number], { photo: `photos/${photo}`, width: 640, height: 480, text: '', text_entities: [] }); };
  send(5, 'lantern_1.png');
  send(9, 'lantern_2.png');
  send(12, 'other_3.png');
  return zipOf({ 'result.json': JSON.stringify(whole), 'photos/lantern_1.png': drawn(3, 640, 480), 'photos/lantern_2.png': drawn(3, 320, 240), 'photos/other_3.png': drawn(8, 640, 480) });
}

const TABLE = ['Wann;Absender;Ziel;Inhalt', ...Array.from({ length: 30 }, (_, n) =>
  `${String(1 + (n % 28)).padStart(2, '0')}.03.2026 18:${String(n).padStart(2, '0')};${101 + (n % 4)};${102 + (n % 5)};Kiste ${n} an Tor 4`)].join('\n') + '\n';

export async function finding({ page, id, look, say, insist, fault, wait, scratch, out }) {
  const sealed = async (name, bytes, read) => {
    const file = join(scratch, name);
    writeFileSync(file, bytes);
    await id(page, 'nav-exhibits').click();
    await id(page, 'seal-file').setInputFiles(file);
    await id(page, 'seal-how').selectOption('USER_EXPORT');
    await id(page, 'seal-source').fill('Second return to warrant W-2026-4711');
    if (!read) await id(page, 'seal-read').uncheck();
    await id(page, 'seal').click();
    if (read) await page.locator('[data-testid=job][data-state=DONE]').or(id(page, 'fault')).first().waitFor({ timeout: 10 * wait });
    await id(page, 'exhibits').getByRole('link', { name: new RegExp(read ? 'E-2$' : 'E-3$') }).waitFor({ timeout: 5 * wait });
    insist(!(await fault(page)), `sealing ${name} failed: ${await fault(page)}`);
  };
  const asked = async (words) => {
    const there = await id(page, 'records-list').isVisible();
    await id(page, 'nav-records').click();
    // From the page itself the link empties the search: no hand is quick enough to write before that, a machine is.
    if (there) await page.waitForFunction(() => document.querySelector('[data-testid="search-words"]')?.value === '');
    await id(page, 'search-words').fill(words);
    await id(page, 'search').click();
    await answered(words);
  };
  // Until the answer is here the rows of the search before it stand.
  const answered = async (words) => {
    await page.locator(`[data-testid=records-list][data-answers*=${JSON.stringify(words)}]`).waitFor();
    await id(page, 'record-row').first().waitFor();
  };

  say('seals a long export with pictures');
  await sealed('long.zip', pictured(), true);

  say('narrows by facets');
  await asked('crate');
  await id(page, 'facets').waitFor();
  const before = await page.locator('h1').first().innerText();
  const month = page.locator('[data-testid^="facet-month-2"]').first();
  await month.click();
  await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was || document.querySelector('[data-testid^="facet-month-"][aria-pressed="true"]'), before);
  await page.locator('[data-testid^="facet-month-"][aria-pressed="true"]').first().waitFor();
  await look(page, 'records-facets');

  say('keeps the search, and runs it again');
  await id(page, 'kept-searches').locator('summary').click();
  await id(page, 'keep-name').fill('Crates in one month');
  await id(page, 'keep-search').click();
  await id(page, 'kept-searches').getByRole('button', { name: 'Crates in one month', exact: true }).waitFor();
  await look(page, 'records-kept');
  await asked('gate');
  const open = id(page, 'kept-searches');
  if (!(await open.evaluate((one) => one.open))) await open.locator('summary').click();
  await open.getByRole('button', { name: 'Crates in one month', exact: true }).click();
  await page.locator('[data-testid^="facet-month-"][aria-pressed="true"]').first().waitFor();
  insist((await id(page, 'search-words').inputValue()) === 'crate', 'the kept search does not bring its words back');

  say('asks for more like this');
  await answered('crate');
  await id(page, 'record-row').first().click();
  await id(page, 'more-like-this').click();
  await answered('like');
  insist(!(await fault(page)), `more like this: ${await fault(page)}`);
  await look(page, 'records-like');

  say('takes more than ten thousand records into a file');
  await page.goto(page.url().replace(/\/records.*$/, '/records'));
  await id(page, 'record-row').first().waitFor();
  const kept = id(page, 'kept-searches');
  if (!(await kept.evaluate((one) => one.open))) await kept.locator('summary').click();
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 10 * wait }), id(page, 'export-csv').click()]);
  await file.saveAs(join(out, 'records.csv'));
  const lines = readFileSync(join(out, 'records.csv'), 'utf8').split('\n').filter((line) => /^"?[0-9a-f]{64}/.test(line) || /telegram/.test(line)).length;
  insist(lines > 10_000, `the export holds ${lines} lines, not more than ten thousand`);

  say('asks where else a picture is');
  await asked('lantern_1');
  await id(page, 'record-row').first().click();
  await id(page, 'media').waitFor();
  await id(page, 'same-media').click();
  await id(page, 'elsewhere').first().waitFor();
  const where = await id(page, 'elsewhere').first().innerText();
  insist(/1 other record in scope carries this picture/.test(where) && /looks the same/.test(where), `the smaller copy was not found: ${where}`);
  await look(page, 'record-same-picture');
  await id(page, 'medium-bytes').first().click();
  await id(page, 'bytes-picture').or(id(page, 'bytes-hex')).first().waitFor();
  await look(page, 'record-medium-bytes');
  await id(page, 'same-search').first().click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=record-row]').length === 2);

  say('names the columns of a table');
  await sealed('tabelle.csv', TABLE, false);
  await id(page, 'exhibits').getByRole('link', { name: /E-3$/ }).click();
  await id(page, 'map-columns').click();
  await id(page, 'mapping-columns').waitFor();
  await look(page, 'mapping');
  await id(page, 'mapping-kind').selectOption('message');
  await page.getByLabel('Platform').fill('telegram');
  const roles = { Wann: 'time', Absender: 'from', Ziel: 'to', Inhalt: 'text' };
  for (const [column, role] of Object.entries(roles)) await page.getByLabel(`What ${column} is`).selectOption(role);
  await id(page, 'mapping-try').click();
  await id(page, 'mapping-trial').or(id(page, 'fault')).first().waitFor({ timeout: 5 * wait });
  insist(!(await fault(page)), `trying the mapping: ${await fault(page)}`);
  insist(/30 rows: 30 read/.test(await id(page, 'mapping-trial').innerText()), `the rows are not read: ${await id(page, 'mapping-trial').innerText()}`);
  await look(page, 'mapping-tried');
  await id(page, 'mapping-name').fill('kisten-liste');
  await id(page, 'mapping-keep').click();
  await id(page, 'mapping-read').click();
  await id(page, 'reconciliation').waitFor({ timeout: 5 * wait });
  insist((await id(page, 'reconciliation').getAttribute('data-balanced')) === 'true', 'the mapped reading does not add up');
  await look(page, 'mapping-read');
}
