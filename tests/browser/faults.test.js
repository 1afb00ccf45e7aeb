// Each fault of the panel: the bot's answer is there once, and the database has one effect.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Tab } from './support/browser.js';
import { open_work, recorded, shown } from './support/kept.js';
import { suite } from './support/suite.js';
import { until } from './support/until.js';

const parts = suite();
const NAME = 'Siti Aminah';

// Arms the fault, adds `amounts` to the realisasi of RHK 1, and expects each to count once.
async function counts_once(kind, { seconds, amounts = [1], errors = null } = {}) {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world, { expected_errors: errors });
  const before = await recorded(world, NAME);
  const cards = await shown(world, NAME, 'Tercatat');

  await tab.fault(kind, seconds);
  for (const amount of amounts)
    await tab.write_until_taken(1, `tambah realisasi rhk 1 ${amount} laporan`);

  const wanted = {
    sum: before.sum + amounts.reduce((a, b) => a + b),
    receipts: before.receipts + amounts.length,
  };
  await until(
    `${kind}: recorded`,
    async () => (await recorded(world, NAME)).receipts >= wanted.receipts,
    45_000,
  );
  await until(
    `${kind}: answered`,
    async () => (await shown(world, NAME, 'Tercatat')) >= cards + amounts.length,
    45_000,
  );
  await until(`${kind}: nothing is left to do`, async () => (await open_work(world)) === 0, 45_000);
  await until(
    `${kind}: nothing is left to send`,
    async () =>
      (await world.number(
        'SELECT count(*) FROM outbox WHERE settled_at IS NULL AND due_at <= now()',
      )) === 0,
    45_000,
  );
  await until(
    `${kind}: the page shows the answers`,
    async () => (await tab.from_bot(1, /^SKP Bot: .*Tercatat/).count()) >= cards + amounts.length,
  );
  assert.deepEqual(await recorded(world, NAME), wanted);
  assert.equal(await shown(world, NAME, 'Tercatat'), cards + amounts.length);
  assert.equal(await tab.from_bot(1, /Tercatat/).count(), cards + amounts.length);
  return tab;
}

test('delivered twice', { timeout: 120_000 }, async () => {
  const tab = await counts_once('ganda');
  await tab.page.locator('.log-diulang').first().waitFor();
  await tab.close();
});

test('two swapped', { timeout: 120_000 }, async () => {
  const tab = await counts_once('tukar', { amounts: [1, 2] });
  await tab.close();
});

test('delayed', { timeout: 120_000 }, async () => {
  const tab = await counts_once('tunda', { seconds: 2 });
  await tab.close();
});

test('the answer of the platform is lost', { timeout: 120_000 }, async () => {
  const tab = await counts_once('jawaban_hilang');
  await tab.page.locator('.log-diulang').first().waitFor();
  await tab.page.locator('#catatan').scrollIntoViewIfNeeded();
  await tab.screenshot('gangguan');
  await tab.close();
});

test('the platform is down', { timeout: 120_000 }, async () => {
  const tab = await counts_once('mati', { seconds: 2 });
  await tab.close();
});

test('the platform says 429', { timeout: 120_000 }, async () => {
  const tab = await counts_once('penuh', { seconds: 2 });
  await tab.close();
});

const OFFLINE = /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|Failed to load resource|status of 50/;

test(
  'the program is killed after the next commit, and started again',
  { timeout: 120_000 },
  async () => {
    const before = parts.world.restarts;
    const tab = await counts_once('bunuh', { errors: OFFLINE });
    assert.equal(parts.world.restarts, before + 1);
    await tab.page.locator('.connection:empty').waitFor({ state: 'attached' });
    await tab.close();
  },
);

test('the database is restarted', { timeout: 120_000 }, async () => {
  const before = parts.world.database_restarts;
  const tab = await counts_once('basis_data', { errors: OFFLINE });
  assert.equal(parts.world.database_restarts, before + 1);
  await tab.close();
});
