/*
 * The part of the walk that is about a finding's reasoning: records set aside by key and by drag, competing hypotheses weighed
 * cell by cell, words of one scale and words that no finding uses, a second person's review, and a correction that takes its
 * place. In the training case, which has findings that were released.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answered } from './answers.mjs';
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
  await answered(page, words);
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

const fields = (page) => page.locator('[data-testid=three-way] fieldset');

/* The same draft in two windows of its author: what one window alone changed is joined, what both changed a person chooses, by keyboard. */
async function twoWindows({ page, id, look, say, insist, provoked }) {
  say('changes one draft in two windows, and chooses field by field');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await permitted(other, 'The same draft in another window');
  await id(other, 'claim-title').fill('Two accounts name machines');
  await id(other, 'claim-alternatives').fill('Somebody else used one of the accounts');
  await id(other, 'save-finding').click();
  await id(other, 'matrix-view').waitFor();
  await other.close();
  await id(page, 'claim-title').fill('Two accounts write of machines within two days');
  await id(page, 'claim-method').fill('Both messages were read again in their original bytes, with the zone that the export states.');
  provoked.push(422);
  await id(page, 'save-finding').click();
  await id(page, 'three-way').waitFor();
  insist((await fields(page).count()) === 3, `of three changed fields ${await fields(page).count()} are shown`);
  insist(/1$/.test((await id(page, 'three-way-open').innerText()).trim()) && (await id(page, 'three-way-take').isDisabled()), 'what both changed does not wait for a choice');
  insist(await id(page, 'choose-theirs-alternatives').isChecked() && (await id(page, 'choose-mine-method').isChecked()), 'what only one window changed is not taken');
  await id(page, 'choose-theirs-title').focus();
  await page.keyboard.press('ArrowUp'); // To the radio before it, as in every group of radios.
  insist(await id(page, 'choose-mine-title').isChecked(), 'a field cannot be chosen by keyboard');
  await look(page, 'finding-three-way');
  await id(page, 'three-way-take').click();
  await id(page, 'three-way').waitFor({ state: 'detached' });
  insist((await id(page, 'claim-title').inputValue()) === 'Two accounts write of machines within two days', 'what was chosen did not come back to the editor');
  insist((await id(page, 'claim-alternatives').inputValue()) === 'Somebody else used one of the accounts', 'what the other window wrote was lost');
  await id(page, 'save-finding').click();
  await id(page, 'amend-finding').click();
  await id(page, 'claim-title').waitFor();
}

/* A second analyst begins a correction of the same finding, which nobody else sees; answers where. */
async function rivalCorrection(second, id, hash, say) {
  say('a second analyst corrects the same finding, unseen');
  await second.goto(`${new URL(second.url()).origin}/${hash}`);
  await second.reload();
  await id(second, 'finding-correct').click();
  await said(second, id, 'The second account was misspelt in the claim.');
  await id(second, 'claim-text').waitFor();
  await id(second, 'claim-text').fill('It is likely that both accounts mean the same two machines. Who held the accounts is not claimed.');
  await id(second, 'save-finding').click();
  await id(second, 'corrects').waitFor();
  return new URL(second.url()).hash;
}

/* The rival draft meets the version that was signed meanwhile: nobody overwrites it, and nothing of the draft is lost. */
async function meets({ second, id, look, say, insist, fault, provoked, rival }) {
  say('a correction meets a newer version, and goes on from it');
  await second.goto(`${new URL(second.url()).origin}/${rival}`);
  await second.reload();
  await id(second, 'submit-finding').click();
  provoked.push(422);
  await id(second, 'submit-now').click();
  await id(second, 'submit-meets').click();
  await id(second, 'meets-compare').click();
  await id(second, 'three-way').waitFor();
  insist(await id(second, 'choose-mine-text').isChecked() && (await id(second, 'choose-theirs-title').isChecked()), 'what only one correction changed is not taken');
  await look(second, 'finding-meets');
  await id(second, 'three-way-take').click();
  await id(second, 'claim-title').or(id(second, 'fault')).first().waitFor();
  insist(!(await fault(second)), `going on from the signed correction: ${await fault(second)}`);
  insist((await id(second, 'claim-title').inputValue()) === 'Two accounts write of machines within two days', 'the newer version was overwritten');
  insist(/same two machines/.test(await id(second, 'claim-text').inputValue()), 'what the second analyst wrote was lost');
}

/* The agency's scale is a line of its law: chosen on the page, proposed with reasons, and here stopped again, so that the walk leaves the law as it was. */
async function scaleOfTheHouse({ officer, id, look, say, insist, fault }) {
  say('the officer proposes another scale of words, as the law changes');
  await officer.goto(`${new URL(officer.url()).origin}/#/law`);
  await id(officer, 'house-scale-now').waitFor();
  insist(/ICD 203/.test(await id(officer, 'house-scale-now').innerText()), 'the page does not say which scale the agency chose');
  await id(officer, 'house-scale-PHIA').check();
  await id(officer, 'house-scale-reasons').fill('Partners of this house read the yardstick.');
  await look(officer, 'law-scale');
  await id(officer, 'house-scale-propose').click();
  const change = id(officer, 'pending').getByTestId('law-change');
  await change.or(id(officer, 'fault')).first().waitFor();
  insist(!(await fault(officer)), `proposing another scale: ${await fault(officer)}`);
  insist(/ICD 203/.test(await id(officer, 'house-scale-now').innerText()), 'the scale changed before anybody approved');
  await change.getByText('Stop this change').click();
  await change.getByRole('textbox').last().fill('The walk leaves the law as it was.');
  await change.getByTestId('law-stop').click();
  await id(officer, 'pending').waitFor({ state: 'detached' });
}

export async function hypotheses({ page, second, id, look, say, insist, fault, openTraining, browser, axeSource, out, provoked, officer }) {
  await scaleOfTheHouse({ officer, id, look, say, insist, fault });
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
  await id(page, 'scale-chosen').waitFor();
  insist(await id(page, 'scale-ICD_203').isChecked(), 'a new finding does not begin with the scale of the agency');
  await id(page, 'scale-PHIA').check();
  await id(page, 'scale-other').waitFor();
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
  const hangs = await id(page, 'reading').getByRole('region', { name: 'What the order hangs on' }).locator('tbody tr').allInnerTexts();
  insist(hangs.length === 3 && hangs.every((row) => /\d/.test(row)), `what each row tells apart, and the order without it, is not said: ${hangs}`);
  insist(/Rows that tell the hypotheses apart the most: 1/.test(await id(page, 'reading').innerText()), 'the most diagnostic row is not named');
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

  await id(page, 'scale-kept').waitFor(); // It is written in the other scale, and says so.

  say('is reviewed, signed and corrected');
  await openTraining(second);
  await permitted(second, 'Second person for the finding of a colleague');
  await accept(second, id, hash, 'Both records were opened in their bytes; the cells are as I would judge them.');
  await page.reload();
  await id(page, 'sign-finding').click();
  await id(page, 'finding-correct').click();
  await said(page, id, 'The day in the first message was read in the wrong zone.');
  await id(page, 'claim-title').waitFor();
  await twoWindows({ page, id, look, say, insist, provoked });
  const rival = await rivalCorrection(second, id, hash, say);
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
  await meets({ second, id, look, say, insist, fault, provoked, rival });

  await id(page, 'nav-disclosure').click();
  const [download] = await Promise.all([page.waitForEvent('download'), id(page, 'download-portable').last().click()]);
  const file = join(out, 'portable-training.html');
  await download.saveAs(file);
  await weighing(browser, readFileSync(file), out, axeSource, say);
}
