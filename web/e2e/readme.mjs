/*
 * The part of the walk that follows the README's ten minutes in the browser, by the README's own words: each bold word is a way that the screen
 * has under that name, in that order, and what a step says one sees is looked for there. Who changes a word of one changes the other.
 */
import { readFileSync } from 'node:fs';
import { answered } from './answers.mjs';
import { goTo, hands } from './hands.mjs';
import { permitted } from './permits.mjs';

/* What each way's page must show in words of the README's step, and what is done there. Words of a step that are no label are not listed. */
const SEEN = {
  Exhibits: ['exhibits', 'sealed off', 'chain of custody'],
  Records: ['search', 'bytes'],
  People: ['number', 'weighs', 'same', 'undo'],
  Network: ['freeze', 'betweenness', 'interval', 'tenth of the ties'],
  Findings: ['claim', 'against', 'grade'],
  Disclosure: ['template', 'take', 'recipient', 'release', 'bundle'],
  Acts: ['acts'],
};

/** The steps of "Ten minutes", by number. */
export function steps(readme) {
  const part = readme.split('## Ten minutes')[1].split('\n## ')[0];
  return new Map(part.split(/\n(?=\d+\. )/).slice(1).map((step) => {
    const [, number, words] = /^(\d+)\. ([\s\S]*)$/.exec(step);
    return [Number(number), words.replace(/\s+/g, ' ').trim()];
  }));
}

/* How long each step took, in minutes to two places; it is told and never judged. */
function clock(tell) {
  const laps = [];
  let from = performance.now();
  return {
    lap(name) {
      const now = performance.now();
      laps.push([name, (now - from) / 60_000]);
      from = now;
    },
    told() {
      for (const [name, minutes] of laps) tell(`${minutes.toFixed(2)} min  ${name}`);
      tell(`${laps.reduce((sum, [, minutes]) => sum + minutes, 0).toFixed(2)} min  in the browser, all steps`);
    },
  };
}

/** With `byHand` the reader's own finding is written, reviewed, signed and released on the way. */
export async function readme({ page, second, seats, id, look, say, insist, fault, openTraining, browser, out, wait, byHand }) {
  const time = clock((line) => console.log(`  ${line}`));
  const own = byHand ? hands({ page, second, id, look, insist, fault, openTraining, browser, out, wait }) : null;
  const told = steps(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'));
  insist(told.size === 10, `the README's ten minutes have ${told.size} steps`);
  const ways = [...told.entries()].flatMap(([number, words]) => [...words.matchAll(/\*\*([^*]+)\*\*:/g)].map((found) => [found[1], number, words]));
  insist(JSON.stringify(ways.map(([way]) => way)) === JSON.stringify(Object.keys(SEEN)), `the README's ways are ${ways.map(([way]) => way).join(', ')}`);

  say('the README, step 2: the case, and a permit');
  for (const words of ['Sign in as `ana`', 'Choose the case', 'ask for a permit and say why']) insist(told.get(2).includes(words), `step 2 of the README no longer says “${words}”`);
  await openTraining(page);
  await permitted(page, 'To follow the ten minutes of the README.');
  const bar = await id(page, 'permit-bar').innerText();
  insist(/Authority v\d/.test(bar) && /\d+ (h|min)[^]*left/.test(bar), `the bar does not say under which authority and for how long: ${bar}`);
  time.lap('step 2, the case and a permit');

  // What a page fetches comes after its heading: its words are waited for, and looked at as they are when they do not come.
  const shown = async (on, words) => {
    await on.waitForFunction((all) => all.every((word) => document.querySelector('main').innerText.toLowerCase().includes(word)), words).catch(() => {});
    return on.locator('main').innerText();
  };
  const shows = {
    Exhibits: async () => {
      await page.locator('main tbody tr').nth(4).waitFor();
      insist((await page.locator('main tbody tr').count()) >= 5 && /five exports/.test(told.get(3)), 'the README says five exports, the table says otherwise');
      const all = await page.locator('main').innerText();
      await page.getByRole('link', { name: 'E-1', exact: true }).click();
      await page.getByRole('heading', { name: 'Chain of custody' }).first().waitFor();
      return all + (await page.locator('main').innerText());
    },
    Records: async () => {
      await page.getByRole('searchbox').or(page.locator('main input[type=text], main input:not([type])')).first().fill('van');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await answered(page, 'van');
      const first = page.locator('main tbody tr.walk, main [data-testid=record-row]').first();
      await first.waitFor();
      await first.click();
      await page.getByText(/bytes/i).first().waitFor();
      const all = await page.locator('body').innerText();
      await own?.records();
      return all;
    },
    People: async () => {
      const reason = async (text) => {
        await id(page, 'reasons').fill(text);
        await id(page, 'say-reasons').click();
        await page.locator('dialog').waitFor({ state: 'detached' });
      };
      await id(page, 'suggestion').waitFor();
      await id(page, 'likeness').waitFor();
      let all = await page.locator('main').innerText();
      insist(/Phone/.test(all), 'no two accounts with a shared number are suggested');
      // Judged, withdrawn, judged again; and withdrawn once more, so that the parts after this find the queue as it was.
      for (const why of ['Both state the same verified number.', 'Judged again: the number is the same.']) {
        await id(page, 'suggestion').getByRole('button', { name: /^Same/ }).click();
        await id(page, 'preview').waitFor();
        all += await page.locator('dialog').innerText();
        await reason(why);
        // The queue is fetched anew and drawn with the way back in it: a machine is quick enough to press the one that goes away.
        await page.getByText('Nothing waits for a judgement.').waitFor();
        await id(page, 'undo').waitFor();
        await page.getByRole('button', { name: /^Undo/ }).click();
        await id(page, 'preview').waitFor();
        all += await page.locator('dialog').innerText();
        await reason('Withdrawn to look once more.');
        await id(page, 'suggestion').waitFor();
      }
      return all;
    },
    Network: async () => {
      const all = await page.locator('main').innerText();
      if (own) await own.network();
      else await page.locator('main tbody a').first().click();
      await page.getByRole('button', { name: /Betweenness/ }).first().waitFor();
      await page.getByText('interval').first().waitFor();
      return all + (await page.locator('main').innerText());
    },
    Findings: async () => {
      const all = await page.locator('main').innerText();
      await page.getByRole('link', { name: 'Write a finding' }).first().click();
      await page.locator('main h1', { hasText: /finding/i }).waitFor();
      const form = await shown(page, ['claim', 'grade', 'against']);
      await own?.finding();
      return all + form;
    },
    Disclosure: async () => {
      const all = await shown(page, SEEN.Disclosure);
      await own?.release();
      return all;
    },
    Acts: () => shown(page, SEEN.Acts),
  };
  for (const [way, number, words] of ways) {
    say(`the README, step ${number}: ${way}`);
    await goTo(page, way);
    const seen = (await shows[way]()).toLowerCase();
    for (const word of SEEN[way]) {
      insist(words.toLowerCase().includes(word), `step ${number} of the README no longer says “${word}”`);
      insist(seen.includes(word), `step ${number} of the README says “${word}”, the page ${way} does not`);
    }
    time.lap(`step ${number}, ${way}`);
  }

  say('the README, step 10: the overseer');
  for (const word of ['`otto`', 'waits', 'refused', 'transparency report', 'kit']) insist(told.get(10).includes(word), `step 10 of the README no longer says “${word}”`);
  const overseer = seats.overseer.page;
  await overseer.getByRole('link', { name: 'Oversight', exact: true }).click();
  const desk = ['waits', 'refused', 'transparency report', 'kit'];
  const oversight = (await shown(overseer, desk)).toLowerCase();
  for (const word of desk) insist(oversight.includes(word), `step 10 of the README says “${word}”, the page Oversight does not`);
  await own?.kit(overseer);
  time.lap('step 10, the overseer');
  time.told();
}
