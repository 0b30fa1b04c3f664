/*
 * The part of the walk about what was released and no longer stands: a released finding is corrected, whoever would be told is named before it is signed,
 * its releases are called back with the signature; the correction is released, withdrawn, and called back by hand in the dialog that says whom it tells.
 * What was told stands in the register, with a notice to be sent.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goTo } from './hands.mjs';
import { permitted } from './permits.mjs';

const said = async (page, id, text) => {
  await id(page, 'reasons').fill(text);
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};

/** Two analysts hold permits under one authority of one case, whose first analyst wrote a finding that was released. */
export async function recall({ page, second, id, look, say, insist, fault, wait, out }) {
  const clean = async (on, doing) => insist(!(await fault(on)), `${doing}: ${await fault(on)}`);
  const register = async (on, title) => {
    await goTo(on, 'Disclosure');
    const row = id(on, 'disclosures').locator('tbody tr').filter({ has: on.locator('strong').getByText(title, { exact: true }) }).first();
    await row.waitFor();
    return row;
  };
  say('a released finding is corrected, and who would be told is said before it is signed');
  await goTo(page, 'Disclosure');
  const released = id(page, 'disclosures').locator('tbody tr').filter({ has: page.getByTestId('recall') }).filter({ hasText: /F-\d/ }).last();
  await released.waitFor();
  const title = await released.locator('strong').first().innerText();
  const number = /F-\d+/.exec(await released.innerText())[0];
  await goTo(page, 'Findings');
  await id(page, 'findings').getByRole('link', { name: number, exact: true }).click();
  await id(page, 'finding-correct').click();
  await said(page, id, 'One message was read in the wrong zone: it is of the day after.');
  await id(page, 'claim-title').waitFor();
  const corrected = `${(await id(page, 'claim-title').inputValue()).slice(0, 60)}, corrected ${new Date().toISOString().slice(11, 19)}`;
  await id(page, 'claim-title').fill(corrected);
  await id(page, 'save-and-submit').click();
  await id(page, 'submit-now').or(id(page, 'fault')).first().waitFor();
  await clean(page, 'saving the correction');
  await id(page, 'submit-now').click();
  await page.locator('main h1', { hasText: 'In review' }).or(id(page, 'fault')).first().waitFor();
  await clean(page, 'submitting the correction');
  const hash = new URL(page.url()).hash;
  await second.goto(`${new URL(second.url()).origin}/${hash}`);
  await second.reload();
  await permitted(second, 'Second person for the correction of a released finding.');
  await id(second, 'finding-accept').click();
  await said(second, id, 'The zone is right now; both messages were opened again.');
  await id(second, 'finding-accept').waitFor({ state: 'detached' });
  await page.reload();
  await id(page, 'sign-finding').waitFor();
  await id(page, 'holders').getByText('will be called back').first().waitFor();
  insist((await id(page, 'holders').innerText()).includes(title), `whoever holds “${title}” is not named before signing: ${await id(page, 'holders').innerText()}`);
  await look(page, 'recall-ahead');
  await id(page, 'sign-finding').click();
  await page.locator('main h1', { hasText: 'Signed' }).or(id(page, 'fault')).first().waitFor();
  await clean(page, 'signing the correction');
  const next = /F-\d+/.exec(await page.locator('main h1').innerText())[0];
  await id(page, 'corrects').getByRole('link').click();
  await id(page, 'holders').getByText('called back', { exact: true }).first().waitFor();
  await look(page, 'recall-corrected');

  say('the register has the notice, and who was told what');
  await (await register(page, title)).getByTestId('recall-notice').click();
  await id(page, 'recall-told').waitFor();
  const notice = await id(page, 'recall-text').innerText();
  for (const words of ['NOTICE OF RECALL', title, `${number} is corrected: One message was read in the wrong zone`, 'SHA-256', 'destroy it']) insist(notice.includes(words), `the notice does not say ${words}: ${notice}`);
  await look(page, 'recall-notice');
  const [file] = await Promise.all([page.waitForEvent('download'), id(page, 'recall-save').click()]);
  await file.saveAs(join(out, 'recall.txt'));
  insist(readFileSync(join(out, 'recall.txt'), 'utf8').trim() === notice.trim(), 'what is saved is not what was shown');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });

  say('the correction is released and withdrawn: the register says that a recall is due');
  const again = `Deliveries, corrected ${new Date().toISOString().slice(11, 19)}`;
  await page.locator('label', { hasText: corrected }).getByTestId('choose-finding').check();
  await id(page, 'release-title').fill(again);
  await id(page, 'choose-recipient').selectOption({ index: 1 });
  await id(page, 'recipient-need').fill('To decide on the charge in the case.');
  await id(page, 'release').click();
  await id(page, 'disclosures').locator('tbody tr', { hasText: again }).or(id(page, 'fault')).first().waitFor({ timeout: 5 * wait });
  await clean(page, 'releasing the correction');
  await goTo(page, 'Findings');
  await id(page, 'findings').getByRole('link', { name: next, exact: true }).click();
  await id(page, 'finding-withdraw').click();
  await said(page, id, 'Neither message names a delivery, on a third reading.');
  await id(page, 'holders').getByText('recall due').waitFor();
  await look(page, 'recall-withdrawn');

  say('calls it back: the dialog says whom it tells and what no longer stands');
  const row = await register(page, again);
  await row.getByText('recall due').waitFor();
  await look(page, 'recall-due');
  await row.getByTestId('recall').click();
  await id(page, 'recall-who').getByRole('heading', { name: 'What no longer stands' }).waitFor(); // The findings answer for themselves.
  const who = await id(page, 'recall-who').innerText();
  for (const words of ['To be told', again, 'SHA-256', next, 'Neither message names a delivery']) insist(who.includes(words), `the dialog does not say ${words}: ${who}`);
  insist(await id(page, 'reasons').evaluate((field) => field === document.activeElement), 'a dialog does not begin where one types');
  await page.keyboard.press('Escape');
  await id(page, 'recall-who').waitFor({ state: 'detached' });
  insist(await row.getByTestId('recall').evaluate((button) => button === document.activeElement), 'a closed dialog does not give the focus back');
  await page.keyboard.press('Enter');
  await id(page, 'recall-who').getByRole('heading', { name: 'What no longer stands' }).waitFor();
  insist(await id(page, 'say-reasons').isDisabled(), 'it can be called back without a reason');
  await look(page, 'recall-dialog');
  await said(page, id, 'The finding that it rests on was withdrawn; destroy every copy.');
  await row.getByText('called back').waitFor();
  insist((await row.getByTestId('recall').count()) === 0, 'what was called back can be called back again');
  await row.getByTestId('recall-notice').click();
  insist((await id(page, 'recall-text').innerText()).includes('destroy every copy'), 'the notice does not give the reason');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await clean(page, 'calling back');
}
