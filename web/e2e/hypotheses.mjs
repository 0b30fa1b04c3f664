/*
 * The part of the walk that is about a finding's reasoning: records set aside by key and by drag, competing hypotheses weighed
 * cell by cell, words of one scale and words that no finding uses, a second person's review, and a correction that takes its
 * place. In the training case, which has findings that were released.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permitted } from './permits.mjs';
import { weighing } from './portable.mjs';

async function said(page, id, text) {
  await id(page, 'reasons').fill(text);
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

async function rows(page, id, words) {
  await id(page, 'nav-records').click();
  await id(page, 'search-words').fill(words);
  await id(page, 'search').click();
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
  await id(page, 'record-row').first().waitFor();
}

/* By its remarks, which come after a pause. */
async function remarked(page, id, code) {
  await id(page, 'remarks').locator('code', { hasText: code }).first().waitFor();
}

async function accept(second, id, hash, what) {
  await second.goto(`${new URL(second.url()).origin}/${hash}`);
  await second.reload();
  await permitted(second, 'Second person for the finding of a colleague');
  await id(second, 'finding-accept').click();
  await said(second, id, what);
  await id(second, 'finding-accept').waitFor({ state: 'detached' });
}

export async function hypotheses({ page, second, id, look, say, insist, fault, openTraining, browser, axeSource, out, provoked }) {
  say('sets records aside by key and by drag');
  await openTraining(page);
  await permitted(page, 'Weigh what the messages about machines show');
  await rows(page, id, 'machines');
  await id(page, 'record-row').first().focus();
  await page.keyboard.press('f');
  await id(page, 'tray').waitFor();
  insist(/1 record set aside/.test(await id(page, 'tray').innerText()), 'the key did not set the record aside');
  await id(page, 'record-row').nth(1).dragTo(id(page, 'tray'));
  await page.waitForFunction(() => /2 records set aside/.test(document.querySelector('[data-testid=tray]')?.textContent ?? ''));
  await id(page, 'tray').locator('summary').click();
  await look(page, 'tray');

  say('writes a claim in words of one scale');
  await id(page, 'tray-write').click();
  await id(page, 'claim-title').fill('Two accounts write of machines for one day');
  await id(page, 'claim-text').fill('It is very likely that both accounts mean the same machines, and he is the kingpin.');
  await id(page, 'scale-PHIA').check();
  await remarked(page, id, 'SX-FIND-WORD-MIXED');
  await remarked(page, id, 'SX-FIND-WORD-ROLE');
  await look(page, 'finding-remarks');
  await id(page, 'remarks').getByRole('button', { name: /kingpin/ }).click();
  insist((await page.evaluate(() => window.getSelection()?.toString() || document.activeElement?.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd))) === 'kingpin', 'the remark does not lead to its word');
  await id(page, 'claim-text').fill('It is likely that both accounts mean the same machines. Who held the accounts is not claimed.');
  await id(page, 'remarks').locator('code', { hasText: 'SX-FIND-WORD-ROLE' }).first().waitFor({ state: 'detached' });
  await id(page, 'scheme-EUROPOL-4x4').check();
  await id(page, 'grade-source').selectOption('X');
  await id(page, 'grade-information').selectOption('4');
  await id(page, 'claim-method').fill('Both messages were read in their original bytes, with what stands around them.');
  await id(page, 'side-for').locator('.held').nth(1).dragTo(id(page, 'side-against'));
  await id(page, 'side-against').locator('.held').waitFor();

  say('weighs competing hypotheses');
  await id(page, 'matrix-begin').click();
  await id(page, 'hypothesis-2').fill('They write of two different machines, lawfully hired');
  await id(page, 'row-text-1').fill('names two machines and a day');
  await id(page, 'row-text-2').fill('names machines and no day');
  await id(page, 'matrix-absence').click();
  await id(page, 'row-text-3').fill('A hire contract for that day was looked for');
  const first = id(page, 'cell-1-1');
  await first.focus();
  await page.keyboard.press('Control+ArrowRight');
  insist(await id(page, 'cell-1-2').evaluate((cell) => cell === document.activeElement), 'Control and an arrow do not lead to the next cell');
  const cells = [['C', 'II'], ['N', 'C'], ['C', 'I']];
  for (const [row, pair] of cells.entries()) for (const [column, cell] of pair.entries()) await id(page, `cell-${row + 1}-${column + 1}`).selectOption(cell);
  await id(page, 'reading').waitFor();
  insist((await id(page, 'score-1').innerText()) === '0.00' && (await id(page, 'score-2').innerText()) === '3.00', 'the scores are not those worked by hand');
  insist(/no probability/.test(await id(page, 'reading').innerText()), 'the reading does not say what it is not');
  await page.locator('code', { hasText: 'SX-FIND-WARN-ACH' }).first().waitFor({ state: 'detached' });
  await look(page, 'finding-hypotheses');
  await id(page, 'save-and-submit').click();
  await id(page, 'submit-now').click();
  await id(page, 'matrix-view').or(id(page, 'fault')).first().waitFor();
  insist(!(await fault(page)), `submitting: ${await fault(page)}`);
  await id(page, 'origins').waitFor();
  await look(page, 'finding-weighed');
  const hash = new URL(page.url()).hash;

  say('is reviewed, signed and corrected');
  await openTraining(second);
  await permitted(second, 'Second person for the finding of a colleague');
  await accept(second, id, hash, 'Both records were opened in their bytes; the cells are as I would judge them.');
  await page.reload();
  await id(page, 'sign-finding').click();
  await id(page, 'finding-correct').click();
  await said(page, id, 'The day in the first message was read in the wrong zone.');
  await id(page, 'claim-title').waitFor();
  await id(page, 'claim-title').fill('Two accounts write of machines within two days');
  await id(page, 'save-and-submit').click();
  await id(page, 'submit-now').click();
  await id(page, 'corrects').or(id(page, 'fault')).first().waitFor();
  insist(!(await fault(page)), `submitting the correction: ${await fault(page)}`);
  await accept(second, id, new URL(page.url()).hash, 'The zone is right now; read it again.');
  await page.reload();
  await id(page, 'sign-finding').click();
  await id(page, 'sign-finding').waitFor({ state: 'detached' });
  await look(page, 'finding-correction');
  await id(page, 'corrects').getByRole('link').click();
  await id(page, 'corrected').waitFor();
  insist(/takes its place/.test(await id(page, 'corrected').innerText()), 'the old finding does not name what took its place');
  await id(page, 'corrected').getByRole('link', { name: /^Read F-/ }).waitFor();
  await id(page, 'origins').waitFor();
  await look(page, 'finding-corrected');

  await id(page, 'nav-disclosure').click();
  const [download] = await Promise.all([page.waitForEvent('download'), id(page, 'download-portable').last().click()]);
  const file = join(out, 'portable-training.html');
  await download.saveAs(file);
  await weighing(browser, readFileSync(file), out, axeSource, say);
}
