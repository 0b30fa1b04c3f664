/*
 * The part of the walk with two analysts in one case at once: what one publishes the other is told of, quietly, and sees when
 * asked for; both change one view and nobody overwrites the other; what was done is undone and done again from the step
 * history, or it is said why it stays; searches branch and are there again after other pages; an entity's card is whole.
 */

import { answered } from './answers.mjs';

const count = async (page, id) => id(page, 'ws-views').locator('li').count();

async function opened(page, id) {
  await id(page, 'nav-workspace').click();
  await id(page, 'ws-records').waitFor();
  await id(page, 'ws-tab-steps').click();
  await page.locator('[data-testid=ws-views][data-ready=true]').waitFor({ state: 'attached' });
}

async function told(page, id, words) {
  await id(page, 'live').getByText(words).waitFor();
}

async function published(page, id) {
  await id(page, 'publish-changes').first().waitFor();
  await id(page, 'publish-now').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

async function reasoned(page, id, text) {
  await id(page, 'reasons').fill(text);
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

/** Two windows of two people that hold permits under one authority of one case. */
export async function live({ page, second, id, look, say, insist, fault }) {
  // A name of its own each time: the case may have been walked through before.
  const view = `Who met at the quay ${Date.now() % 1_000_000}`;
  say('two analysts of one case: what one publishes the other is told of');
  for (const on of [page, second]) await opened(on, id);
  insist(!(await fault(page)) && !(await fault(second)), 'the workspace failed');
  // What they did before this part is shown first, so that only what follows is told.
  for (const on of [page, second]) {
    await on.waitForTimeout(800);
    if ((await id(on, 'live-show').count()) > 0) await id(on, 'live-show').click();
    await id(on, 'live-show').waitFor({ state: 'detached' });
  }
  const before = await count(second, id);
  const address = second.url();
  const lies = async () => JSON.stringify(await second.evaluate(() => ['ws-chart', 'ws-time', 'ws-list'].map((one) => document.getElementById(one)?.getBoundingClientRect().top)));
  // What was just shown is fetched anew and takes its room: the page stands still before it is measured.
  let lay = '';
  for (let now = await lies(); now !== lay; now = await lies()) {
    lay = now;
    await second.waitForTimeout(700);
  }
  await id(page, 'ws-view-name').fill(view);
  await id(page, 'ws-keep').click();
  const mine = id(page, 'ws-views').locator('li', { hasText: view });
  await mine.getByText('draft, yours alone').waitFor();
  await second.waitForTimeout(800);
  insist((await id(second, 'live-show').count()) === 0, 'the other is told of a draft');
  await mine.getByTestId('ws-publish').click();
  await id(page, 'publish').waitFor();
  await look(page, 'publish-first');
  await id(page, 'publish-now').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await told(second, id, 'Somebody else published 1 change.');
  insist((await count(second, id)) === before, 'the page moved by itself');
  insist((await lies()) === lay, 'what one looks at was moved');
  insist(second.url() === address, 'the address moved by itself');
  insist((await id(page, 'live-show').count()) === 0, 'one is told of what one did oneself');
  await look(second, 'live-told');
  await id(second, 'live-show').click();
  const theirs = id(second, 'ws-views').locator('li', { hasText: view });
  await theirs.getByText('published by').waitFor();
  await id(second, 'live-show').waitFor({ state: 'detached' });

  say('both change the view: the later one sees both changes and overwrites nobody');
  const draft = async (on, words) => {
    await id(on, 'ws-views').getByRole('button', { name: view, exact: true }).first().click();
    await id(on, 'ws-words').fill(words);
    await id(on, 'ws-words').press('Enter');
    await on.getByRole('button', { name: `Stop narrowing by “${words}”` }).waitFor();
    await id(on, 'ws-views').locator('li', { hasText: 'published' }).filter({ hasText: view }).getByTestId('ws-redraft').click();
    await id(on, 'ws-views').locator('li', { hasText: 'draft, yours alone' }).filter({ hasText: view }).waitFor();
  };
  const publishing = (on) => id(on, 'ws-views').locator('li', { hasText: 'draft, yours alone' }).filter({ hasText: view }).getByTestId('ws-publish').click();
  await draft(page, 'van');
  await draft(second, 'boat');
  await publishing(second);
  await published(second, id);
  await told(page, id, 'Somebody else published 1 change.');
  await publishing(page);
  await id(page, 'publish-conflict').waitFor();
  insist(/published version 2 since you began from version 1/.test(await id(page, 'publish-conflict').innerText()), 'it is not said what happened meanwhile');
  await look(page, 'publish-conflict');
  await id(page, 'take-words').check();
  insist(await id(page, 'publish-now').isDisabled(), 'what the team sees already could be published again');
  await id(page, 'keep-words').check();
  insist(/boat/.test(await id(page, 'publish-conflict').innerText()), 'what the other changed is not said');
  await id(page, 'publish-now').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await told(second, id, 'Somebody else published 1 change.');
  await id(second, 'live-show').click();
  await theirs.first().getByText('Version 3').waitFor();
  await theirs.first().getByTestId('ws-versions').click();
  await id(second, 'ws-version-list').locator('li').nth(2).waitFor();
  await look(second, 'view-versions');
  await second.keyboard.press('Escape');

  say('publishing is undone from the step history, and done again');
  await id(page, 'ws-steps').getByText(`Published the view ${view}`).first().waitFor();
  await id(page, 'ws-steps').scrollIntoViewIfNeeded();
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await id(page, 'reasons').waitFor();
  await look(page, 'undo-publishing');
  await reasoned(page, id, 'It names the wrong quay; another follows.');
  await id(page, 'ws-steps').getByText('taken back').first().waitFor();
  await told(second, id, 'Somebody else published 1 change.');
  await id(second, 'live-show').click();
  await theirs.first().waitFor({ state: 'detached' });
  insist((await count(second, id)) === before, 'more than the withdrawn view went');
  await page.locator('h1').click();
  await page.keyboard.press('Control+y');
  await reasoned(page, id, 'It was the right quay after all.');
  await told(second, id, 'Somebody else published 1 change.');
  await id(second, 'live-show').click();
  await theirs.first().getByText('Version 5').waitFor();

  say('what stays done says why, and what there is instead');
  await id(page, 'ws-tab-compare').click();
  const freeze = id(page, 'ws-freeze');
  if (await freeze.isEnabled()) {
    await freeze.click();
    await id(page, 'ws-compared').waitFor();
    await id(page, 'ws-tab-steps').click();
    await id(page, 'ws-steps').getByText('Froze a snapshot').first().click();
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await id(page, 'stays').waitFor();
    await look(page, 'undo-stays');
    await page.keyboard.press('Escape');
  }

  say('an entity’s card: accounts through time, who leads it, undone and done again');
  await page.keyboard.press('Escape');
  await id(page, 'ws-tables').evaluate((one) => { one.open = true; });
  await id(page, 'ws-entities').locator('tbody tr').first().focus();
  await page.keyboard.press('Enter');
  await id(page, 'ws-tab-entity').click();
  await id(page, 'ws-card-open').click();
  await id(page, 'card-accounts').waitFor();
  for (const part of ['card-findings', 'card-ties', 'card-places', 'card-role', 'merge']) {
    await id(page, part).locator('summary').first().click();
    await page.waitForTimeout(250);
  }
  await id(page, 'merge-other').waitFor();
  await id(page, 'merge-other').selectOption({ index: 1 });
  await id(page, 'merge-SAME').waitFor();
  await page.waitForTimeout(600);
  await look(page, 'entity-card');
  await id(page, 'lead').first().click();
  await id(page, 'reasons').fill('The name that the others call it by.');
  await id(page, 'say-reasons').click();
  await id(page, 'unlead').waitFor();
  await look(page, 'entity-leads');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await told(second, id, 'Somebody else published 1 change.');
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await id(page, 'reasons').waitFor();
  insist(/leading account/.test(await page.locator('dialog h2').innerText()), 'undo does not reach the leading account');
  await reasoned(page, id, 'They call it otherwise, on a second look.');

  say('a merge is made in the workspace, and undone and done again from its steps');
  await id(page, 'ws-card-open').click();
  await id(page, 'merge').locator('summary').first().click();
  await id(page, 'merge-other').selectOption({ index: 1 });
  await id(page, 'merge-SAME').click();
  await id(page, 'preview').waitFor();
  await id(page, 'reasons').fill('One number and one picture in both.');
  await id(page, 'say-reasons').click();
  await id(page, 'entity-of-judgements').waitFor();
  await id(page, 'judged-waterfall').last().locator('summary').first().click();
  await look(page, 'entity-judged');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await id(page, 'preview').waitFor();
  await look(page, 'undo-judgement');
  await reasoned(page, id, 'Not looked at long enough to say.');
  await page.keyboard.press('Control+y');
  await id(page, 'preview').waitFor();
  await id(page, 'reasons').fill('Looked at again: one number and one picture in both.');
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await told(second, id, 'Others published');
  await id(page, 'ws-tab-steps').click();
  await look(page, 'steps-with-deeds');
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await reasoned(page, id, 'The number was handed on; they are two people.');

  say('searches branch, and are there again after other pages');
  await id(page, 'nav-records').click();
  await id(page, 'records').waitFor();
  const search = async (words) => {
    await id(page, 'search-words').fill(words);
    await id(page, 'search').click();
    await answered(page, words);
  };
  await search('van');
  await search('van delivery');
  await page.goBack();
  await answered(page, 'van');
  await search('boat');
  await id(page, 'search-history').locator('summary').click();
  const history = await id(page, 'search-history').innerText();
  for (const words of ['“van”', '“van delivery”', '“boat”', 'branch']) insist(history.includes(words), `the searches of the session lack ${words}: ${history}`);
  await look(page, 'search-history');
  await id(page, 'nav-people').click();
  await id(page, 'tab-accounts').click();
  await id(page, 'accounts').waitFor();
  await id(page, 'nav-records').click();
  await page.waitForFunction(() => document.querySelector('[data-testid=search-words]')?.value === 'boat');
  await id(page, 'nav-people').click();
  await page.locator('#tab-accounts[aria-selected=true]').waitFor();
  await id(page, 'nav-records').click();
  await id(page, 'show-in-workspace').click();
  await page.waitForFunction(() => document.querySelector('[data-testid=ws-words]')?.value === 'boat');
  await id(page, 'ws-to-records').click();
  await page.waitForFunction(() => document.querySelector('[data-testid=search-words]')?.value === 'boat');
}
