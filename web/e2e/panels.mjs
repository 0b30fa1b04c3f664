/*
 * The part of the walk through what the workspace's panels can do beside the main way: previews under the pointer, pinned entities that no layout
 * moves, leaves folded and kinds of tie left out, an expansion by one kind only; the timeline by months with the undated apart and the source's own
 * clock, lanes by entity that choose for all panels, played; the map with clusters, accuracy, sectors of towers and a polygon; communities and the hierarchy of a directed network. In the training case.
 * No record of it says where it took place or leaves its time out: some are given places, towers and clocks in the answer that the page fetches.
 */
import { permitted } from './permits.mjs';

const UNDATED = 7; // Records whose time is taken away.
const QUAY = [54.33, 10.14];

/* The first records lie near each other, one of them known to a hundred metres; two towers are far off, one of which says how it beams. */
function placed(lines) {
  const at = (line, latitude, longitude, more = {}) => ({ line, latitude, longitude, accuracy: null, name: '', tower: null, ...more });
  const near = Array.from({ length: 12 }, (_, n) => at(n, QUAY[0] + n / 5_000, QUAY[1] + n / 5_000, n === 0 ? { accuracy: 100 } : {}));
  const towers = [at(12, 55.9, 12.5, { tower: { azimuth: 120, beam: 65, range: 2_000 } }), at(13, 55.95, 12.6, { tower: { azimuth: null, beam: null, range: null } })];
  const times = lines.at.map((one, line) => (line >= 20 && line < 20 + UNDATED ? null : one));
  return { ...lines, at: times, places: [...near, ...towers], zones: ['', 'Europe/Copenhagen'], zone: lines.zone.map((_, line) => (line < 40 ? 1 : 0)) };
}

const first = (text) => Number(/[\d.,]+/.exec(text)?.[0].replace(/[.,]/g, '') ?? NaN);

export async function panels({ page, id, look, say, insist, fault, openTraining }) {
  const count = async () => first(await id(page, 'ws-count').innerText());
  const becomes = async (held, what) => {
    for (let turn = 0; turn < 600; turn++) {
      if (held(await count())) return;
      await page.waitForTimeout(100);
    }
    throw new Error(`${what}: ${await id(page, 'ws-count').innerText()}`);
  };
  const entities = () => id(page, 'ws-entities').locator('caption, tbody tr').count();
  const from = async (menu, item) => {
    await id(page, menu).click();
    await id(page, item).click();
  };
  const nobody = async () => {
    await page.locator('h1').click();
    await page.keyboard.press('Escape');
  };
  await openTraining(page);
  await permitted(page, 'To see what the panels of the workspace can do.');
  const way = '**/api/records/lines*';
  let undated = -1;
  await page.route(way, async (route) => {
    const lines = placed(await (await route.fetch()).json());
    undated = lines.at.filter((one) => one === null).length;
    await route.fulfill({ json: lines });
  });
  await id(page, 'nav-workspace').click();
  await id(page, 'ws-canvas').locator('canvas').first().waitFor({ state: 'attached' });
  await id(page, 'ws-bars').waitFor();
  await nobody();
  await id(page, 'ws-tables').evaluate((one) => { one.open = true; });
  await id(page, 'ws-ties').waitFor();
  insist(!(await fault(page)), `the workspace failed: ${await fault(page)}`);
  const all = await count();
  const everybody = await entities();

  say('what lies under the pointer says who it is, and of what a tie is made');
  await id(page, 'ws-layout').selectOption('circle');
  await page.waitForTimeout(600);
  await page.evaluate(() => window.scrollTo(0, 0));
  const box = await id(page, 'ws-canvas').boundingBox();
  const preview = page.locator('.ws-preview');
  const found = { entity: null, tie: null };
  for (let y = box.y + 12; y < box.y + box.height - 50 && !(found.entity && found.tie); y += 7) {
    for (let x = box.x + 12; x < box.x + box.width - 12 && !(found.entity && found.tie); x += 7) {
      await page.mouse.move(x, y);
      if ((await preview.count()) === 0) continue;
      const words = await preview.innerText();
      found[/ [→–] /.test(words.split('\n')[0]) ? 'tie' : 'entity'] ??= { x, y, words };
    }
  }
  insist(found.entity && /\d+ ties? · /.test(found.entity.words), `nothing says who an entity is: ${found.entity?.words}`);
  insist(found.tie && /\d+ records?: /.test(found.tie.words), `nothing says of what a tie is made: ${found.tie?.words}`);

  say('a pinned entity stays where it is, whatever the layout');
  const { x, y, words } = found.entity;
  const name = words.split('\n')[0];
  const under = async () => {
    await page.mouse.move(x - 60, y + 90);
    await page.mouse.move(x, y);
    await page.waitForTimeout(150);
    return (await preview.count()) === 0 ? '' : (await preview.innerText()).split('\n')[0];
  };
  await page.mouse.click(x, y);
  await id(page, 'ws-entity').waitFor();
  await id(page, 'ws-pin').click();
  await nobody();
  await id(page, 'ws-layout').selectOption('grid');
  await page.waitForTimeout(600);
  await page.evaluate(() => window.scrollTo(0, 0));
  insist((await under()) === name, `${name} was pinned and moved: there is “${await under()}”`);
  await look(page, 'panels-pinned');
  await from('ws-arrange', 'ws-newcomers');
  await page.keyboard.press('Control+z');

  say('kinds of tie are left out by keyboard, and the menu stays until Escape');
  if ((await id(page, 'ws-kinds').count()) > 0) {
    await id(page, 'ws-kinds').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    insist((await page.locator('[data-testid^=ws-tie-][aria-pressed=true]').count()) === 1, 'no kind of tie is chosen by keyboard');
    await page.getByRole('button', { name: 'Stop narrowing by 1 kind of tie' }).waitFor();
    insist(await page.locator('[data-testid^=ws-tie-]').first().isVisible(), 'the menu of kinds closes after one');
    await look(page, 'panels-kinds');
    await id(page, 'ws-kinds').focus();
    await page.keyboard.press('Escape');
    insist(!(await page.locator('[data-testid^=ws-tie-]').first().isVisible()), 'Escape does not close the menu');
    insist(await id(page, 'ws-kinds').evaluate((one) => document.activeElement === one), 'the focus is lost with the menu');
    await page.getByRole('button', { name: 'Stop narrowing by 1 kind of tie' }).click();
  }

  say('leaves are folded into the one that they hang on, and unfolded');
  await id(page, 'ws-entities').getByRole('button', { name: /^Ties/ }).click();
  await id(page, 'ws-entities').locator('tbody tr').first().focus();
  await page.keyboard.press('Enter');
  await from('ws-show', 'ws-fold');
  await page.waitForTimeout(300);
  insist((await entities()) < everybody, 'no leaf is folded');
  await from('ws-show', 'ws-fold');
  await page.waitForTimeout(300);
  insist((await entities()) === everybody, 'the leaves do not come back');

  say('an expansion by one kind of tie brings no more than by all');
  await page.locator('h1').click();
  await page.keyboard.press('o');
  await page.keyboard.press('e');
  await id(page, 'ws-expand-count').waitFor();
  const would = async () => first(await id(page, 'ws-expand-count').innerText());
  const whole = await would();
  const boxes = page.locator('dialog fieldset input[type=checkbox]');
  for (let n = (await boxes.count()) - 1; n >= 0; n--) await boxes.nth(n).uncheck();
  insist(whole > 0 && (await would()) === 0, `without any kind ${await would()} of ${whole} would come`);
  await boxes.first().check();
  insist((await would()) > 0 && (await would()) <= whole, 'the count does not follow the kinds');
  await page.keyboard.press('Escape');
  await from('ws-show', 'ws-all');
  await nobody();
  await becomes((now) => now === all, 'choosing nobody does not bring everything back');

  say('the timeline by months: undated records apart and never in 1970, the source’s own clock beside UTC');
  await id(page, 'ws-grain').selectOption('month');
  const apart = first(await page.locator('.ws-undated strong').innerText());
  insist(apart === undated && apart >= UNDATED, `${apart} undated are counted apart, not ${undated}`);
  await id(page, 'ws-clock').selectOption('Europe/Copenhagen');
  await page.locator('#ws-time details summary').click();
  const months = await id(page, 'ws-time-table').innerText();
  insist(!/1970/.test(months) && new RegExp(`without time\\s+${undated}`).test(months), `undated records are dated: ${months}`);
  insist(/[+−]0?[12]/.test(await page.locator('.ws-axis').last().innerText()), 'the source’s clock does not say its distance from UTC');
  await look(page, 'panels-time');
  await id(page, 'ws-slider').focus();
  await page.keyboard.press('PageUp');
  await becomes((now) => now < all, 'the slider narrows nothing');
  const within = await count();
  insist(within >= undated, 'a window leaves out the undated, which nobody asked for');
  await id(page, 'ws-undated').uncheck();
  await becomes((now) => now === within - undated, 'the undated cannot be left out of a window');
  await id(page, 'ws-undated').check();
  await becomes((now) => now === within, 'the undated do not come back');
  await id(page, 'ws-all-time').click();
  await becomes((now) => now === all, 'all time does not end the window');

  say('lanes by entity: a lane narrows chart, map and table to its entity, Shift adds another, once more lets it go');
  await id(page, 'ws-grain').selectOption('auto');
  await id(page, 'ws-lanes').check();
  const lane = (name) => id(page, 'ws-lane-list').locator('.ws-lane').filter({ has: page.getByTestId('ws-lane').getByText(name, { exact: true }) });
  const records = async (name) => first((await lane(name).locator('svg').getAttribute('aria-label')).slice(name.length));
  const pressed = (state) => id(page, 'ws-lane-list').locator(`[data-testid=ws-lane][aria-pressed=${state}]`);
  await pressed('false').nth(7).waitFor();
  const lanes = await pressed('false').allInnerTexts();
  const places = async () => first(await id(page, 'ws-places').innerText());
  const every = await places();
  let chosen = null;
  for (const one of lanes) {
    const own = await records(one);
    await lane(one).getByTestId('ws-lane').click();
    await becomes((now) => now === own, `the table is not narrowed to the ${own} records in the lane of ${one}`);
    if ((await places()) > 0 && (await places()) < every) chosen = one;
    if (chosen) break;
    await lane(one).getByTestId('ws-lane').click();
    await becomes((now) => now === all, `the lane of ${one} does not let it go`);
  }
  insist(chosen, 'no lane narrows the map');
  const [alone, there] = [await count(), await places()];
  insist((await pressed('true').allInnerTexts()).join() === chosen && (await pressed('false').count()) > 0, 'the lanes do not say who is chosen, or leave the others out');
  insist(/, 1 chosen;/.test(await id(page, 'ws-canvas').getAttribute('aria-label')), 'the lane does not choose on the chart');
  insist((await id(page, 'ws-entity').locator('h2').innerText()).startsWith(chosen.replace(/ \[.*/, '')), 'the lane does not open the card');
  const named = await id(page, 'ws-records').locator('tbody tr').evaluateAll((rows, name) => rows.filter((row) => !row.textContent.includes(name)).length, chosen.replace(/ \[.*/, ''));
  insist(named === 0, `${named} records in sight do not name ${chosen}`);
  await look(page, 'panels-lanes');
  const partner = lanes.find((one) => one !== chosen);
  await lane(partner).getByTestId('ws-lane').click({ modifiers: ['Shift'] });
  await becomes((now) => now > alone, 'Shift does not add the records of another lane');
  insist((await pressed('true').count()) === 2 && (await places()) >= there, 'two lanes do not choose two entities');
  await lane(chosen).getByTestId('ws-lane').focus();
  await page.keyboard.press('Enter');
  await pressed('true').filter({ hasText: partner }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=ws-lane][aria-pressed=true]').length === 1);
  await page.goBack();
  await page.goBack();
  await becomes((now) => now === alone, 'the browser’s back does not bring the lane back');
  await nobody();
  await becomes((now) => now === all, 'choosing nobody does not bring all records back');
  await id(page, 'ws-lanes').uncheck();

  say('plays through time, and stops');
  await nobody();
  await page.keyboard.press('t');
  const starts = new Set();
  for (let turn = 0; turn < 100 && starts.size < 4; turn++) {
    starts.add(await id(page, 'ws-from').inputValue());
    await page.waitForTimeout(100);
  }
  insist(starts.size >= 4, `the window does not move: ${[...starts]}`);
  insist((await count()) < all, 'what is played narrows nothing');
  await page.keyboard.press('t');
  await page.waitForTimeout(900);
  const rest = await id(page, 'ws-from').inputValue();
  await page.waitForTimeout(1_500);
  insist((await id(page, 'ws-from').inputValue()) === rest, 'the play does not stop');
  await id(page, 'ws-all-time').click();
  await becomes((now) => now === all, 'all time does not end the play’s window');

  say('the map: clusters with their counts, sectors of towers in words, a polygon that narrows');
  await id(page, 'ws-world').scrollIntoViewIfNeeded();
  await page.locator('[data-testid=ws-world][data-ready=true]').waitFor();
  insist(first(await id(page, 'ws-places').innerText()) === 14, `not all places are counted: ${await id(page, 'ws-places').innerText()}`);
  await page.locator('.ws-cluster', { hasText: '12' }).waitFor();
  insist(/2 places of towers/.test(await id(page, 'ws-towers').innerText()), `the towers are not told: ${await id(page, 'ws-towers').innerText()}`);
  await page.locator('#ws-map summary', { hasText: 'The map as a table' }).click();
  const table = await id(page, 'ws-place-table').innerText();
  insist(/100 m/.test(table) && /120/.test(table), `the table lacks accuracy or beam: ${table}`);
  await look(page, 'panels-map');
  await id(page, 'ws-polygon').click();
  await id(page, 'ws-world').scrollIntoViewIfNeeded();
  const map = await id(page, 'ws-world').boundingBox();
  const cluster = await page.locator('.ws-cluster', { hasText: '12' }).boundingBox();
  const [cx, cy] = [cluster.x + cluster.width / 2, cluster.y + cluster.height / 2];
  const reach = Math.min(45, cx - map.x - 4, cy - map.y - 4, map.y + map.height - cy - 40);
  for (const [dx, dy] of [[-1, -1], [1, -1], [1, 1], [-1, 1]]) {
    await page.mouse.click(cx + dx * reach, cy + dy * reach);
    await page.waitForTimeout(350); // Two clicks in a row are a double click, which ends the polygon.
  }
  await page.keyboard.press('Enter');
  await becomes((now) => now === 12, 'the polygon does not hold the twelve at the quay');
  await look(page, 'panels-polygon');
  await id(page, 'ws-everywhere').click();
  await becomes((now) => now === all, 'everywhere does not end the polygon');

  say('communities, and how far ties lead from above to below; nobody is called what a measure does not say');
  await id(page, 'ws-tab-measures').click();
  await id(page, 'ws-measure-shown').selectOption('COMMUNITY');
  if ((await id(page, 'ws-take').count()) > 0) await id(page, 'ws-take').click();
  await id(page, 'ws-groups').getByRole('button').first().click();
  await id(page, 'ws-tab-entity').click();
  insist((await id(page, 'ws-chosen').locator('li').count()) > 1, 'a community is not chosen whole');
  await nobody();
  await page.unroute(way);
  await id(page, 'nav-network').click();
  await page.getByLabel('Direction').selectOption('true');
  await id(page, 'freeze').click();
  await id(page, 'measure-all').or(id(page, 'fault')).first().waitFor();
  insist(!(await fault(page)), `freezing with directions failed: ${await fault(page)}`);
  const frozen = new URL(page.url()).hash.replace(/\?.*/, '');
  await id(page, 'nav-workspace').click();
  await id(page, 'ws-canvas').locator('canvas').first().waitFor({ state: 'attached' });
  await id(page, 'ws-tab-compare').click();
  await page.getByLabel('Window A, on the chart').selectOption(/[^/]+$/.exec(frozen)[0]);
  await id(page, 'ws-tab-whatif').click();
  await id(page, 'ws-hierarchy').click();
  await id(page, 'ws-figures').waitFor();
  insist(/ladder|order|cycle/i.test(await page.locator('#ws-side').innerText()), 'the hierarchy has no card');
  await look(page, 'panels-hierarchy');
  insist(!/leader|boss|kingpin/i.test(await page.locator('#ws-side').innerText()), 'somebody is called what no measure says');
  await id(page, 'ws-tab-entity').click();
  insist(!(await fault(page)), `the panels failed: ${await fault(page)}`);
}
