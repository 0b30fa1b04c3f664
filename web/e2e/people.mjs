/*
 * The part of the walk that is about who is who: the queue with its waterfall, judged by key and undone, a footprint, why an
 * entity holds together, what would fall apart, and a second person's word. It needs accounts of two platforms: the training case.
 */
import { permitted } from './permits.mjs';

async function tab(page, id, name) {
  await id(page, `tab-${name}`).click();
  await page.locator(`#tab-${name}[aria-selected=true]`).waitFor();
}

async function said(page, id, text) {
  await id(page, 'reasons').fill(text);
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

/* Two accounts that nothing strong ties, of two platforms, chosen by hand. */
async function chooseAcross(page, id) {
  await tab(page, id, 'accounts');
  await id(page, 'accounts').waitFor();
  for (const words of ['Tavio B', 'LVX']) {
    await page.getByPlaceholder('name, handle or selector').fill(words);
    await id(page, 'accounts').locator('input[type=checkbox]').first().check();
  }
}

export async function people({ page, second, id, look, say, insist, openTraining }) {
  say('the review queue: waterfall, keys, undo');
  await openTraining(page);
  await permitted(page, 'Who holds which account in the training case');
  await id(page, 'nav-people').click();
  await id(page, 'suggestion').waitFor();
  await id(page, 'likeness').waitFor();
  insist((await page.locator('.waterfall tbody tr').count()) >= 3, 'the waterfall has no steps');
  await look(page, 'people-queue');
  const before = await id(page, 'suggestion').locator('h2').innerText();
  await id(page, 'suggestion').focus();
  await page.keyboard.press('n');
  await id(page, 'preview').waitFor();
  const start = await id(page, 'reasons').inputValue();
  if (start !== '') insist(await id(page, 'say-reasons').isDisabled(), 'the machine’s words were taken for a person’s');
  await look(page, 'people-judging');
  await said(page, id, 'Looked at both: they write at the same minute from two places.');
  await id(page, 'undo').waitFor();
  await look(page, 'people-judged');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await id(page, 'preview').waitFor();
  await said(page, id, 'Pressed by mistake; to be looked at again.');
  await id(page, 'suggestion').waitFor();
  await page.waitForFunction((words) => document.querySelector('[data-testid=suggestion] h2')?.innerText === words, before);

  say('a third key says unsure, and Escape leaves the pair as it was');
  await id(page, 'suggestion').focus();
  await page.keyboard.press('u');
  await id(page, 'preview').waitFor();
  insist(/^Unsure/.test(await page.locator('dialog h2').first().innerText()), 'the key U does not judge unsure');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  insist((await id(page, 'suggestion').locator('h2').innerText()) === before, 'leaving the judgement changed the pair');

  say('a footprint, with what is usual and what would confirm it');
  await tab(page, id, 'footprint');
  await id(page, 'footprint-asked').fill('fxn_lamplight');
  await id(page, 'footprint-ask').click();
  await id(page, 'footprint').waitFor();
  await id(page, 'typicality').waitFor();
  await page.locator('.candidates summary').first().click();
  await look(page, 'people-footprint');

  say('a judgement that waits for a second person');
  await chooseAcross(page, id);
  await page.getByRole('button', { name: 'Same', exact: true }).click();
  await id(page, 'needs-second').waitFor();
  await look(page, 'people-needs-second');
  await said(page, id, 'Both write of the same boat in the same words on the same day.');
  await tab(page, id, 'second');
  await id(page, 'second').waitFor();
  insist((await id(page, 'approve').count()) === 0, 'who judged could approve it');
  await look(page, 'people-waiting');
  await openTraining(second);
  await permitted(second, 'Second look at judgements of the training case');
  await id(second, 'nav-people').click();
  await tab(second, id, 'second');
  await id(second, 'approve').waitFor();
  await look(second, 'people-second');
  await id(second, 'approve').click();
  await said(second, id, 'Read both accounts’ records of that day myself: the boat is named in both.');
  await second.getByText('Nothing waits for a second person.').waitFor();

  say('why an entity holds together, and what falls apart');
  await page.reload();
  await tab(page, id, 'entities');
  await id(page, 'entities').waitFor();
  await look(page, 'people-entities');
  await id(page, 'why-entity').first().click();
  await id(page, 'entity-of-judgements').waitFor();
  await id(page, 'unmerge').first().waitFor();
  await look(page, 'people-entity');
  await id(page, 'unmerge').last().click();
  await id(page, 'preview').locator('h3', { hasText: 'Then' }).waitFor();
  await look(page, 'people-unmerge');
  await id(page, 'reasons').fill('On a second look it is another boat.');
  await id(page, 'say-reasons').click();
  await id(page, 'entity-of-judgements').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await tab(page, id, 'judgements');
  await id(page, 'judgements').waitFor();
  await look(page, 'people-judgements');
}
