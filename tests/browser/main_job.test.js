// The working day of two people, by clicks and typing, in two phones side by side.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Tab } from './support/browser.js';
import { recorded } from './support/kept.js';
import { suite } from './support/suite.js';
import { until } from './support/until.js';

const parts = suite();

const step_is_done = (tab, name) =>
  tab.page.locator(`.step.is-done[data-langkah="${name}"]`).waitFor();

test(
  'an employee records, the superior approves, both are told',
  { timeout: 120_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world);

    await tab.page.locator('#langkah .step[data-langkah="tulis"] .button').click();
    assert.equal(await tab.field(1).inputValue(), 'realisasi rhk 1 3 laporan');
    await tab.field(1).press('Enter');
    const card = await tab.bot_says(1, /Tercatat/);
    await step_is_done(tab, 'tulis');
    assert.match(await card.innerText(), /RHK 1: Tersusunnya laporan layanan/);
    assert.equal(
      await card.locator('strong').first().innerText(),
      await card
        .locator('.text')
        .innerText()
        .then((text) => text.split('\n')[0]),
    );
    assert.deepEqual(await recorded(world, 'Siti Aminah'), { sum: 3, receipts: 1 });
    await tab
      .phone(1)
      .locator('.from-person .ticks-dibaca, .from-person .ticks-sampai')
      .first()
      .waitFor();

    await tab.step('jam');
    const digest = await tab.bot_says(2, /menunggu keputusan Anda/);
    await tab.press(digest, 'Setujui');
    await tab.bot_says(2, /Disetujui/);
    await step_is_done(tab, 'atasan');

    await tab.step('jam');
    await tab.bot_says(1, /Realisasi disetujui/);
    assert.equal(await world.sql('SELECT status FROM realisasi'), 'disetujui');
    await tab.close();
  },
);

test('the clock goes forward and the reminder arrives once', { timeout: 120_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);

  await tab.page.locator('#langkah .step[data-langkah="jam"] .button').click();

  await tab.bot_says(1, /Pengingat: realisasi Triwulan I 2026 belum lengkap/);
  await step_is_done(tab, 'jam');
  await tab.page.locator('.clock-day', { hasText: 'Selasa, 28 April 2026' }).waitFor();
  await tab.page
    .locator('.clock-deadline', { hasText: '10 hari kerja lagi ke Batas Triwulan I 2026' })
    .waitFor();
  const notices = await world.number(`
    SELECT count(*) FROM simulator_pesan
    WHERE dari = 'bot' AND isi::jsonb->>'teks' LIKE 'Pengingat: realisasi%'
      AND alamat = (SELECT 'sim-' || pegawai_id FROM pegawai WHERE nama = 'Siti Aminah')`);
  assert.equal(notices, 1);
  assert.equal(await tab.from_bot(1, /Pengingat: realisasi/).count(), 1);
  await tab.close();
});

test('who is not shown has a count of what he has not read', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const asked = new Set();
  const tab = await Tab.open(browser, world, {
    before: (page) =>
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.pathname === '/demo/messages') asked.add(url.searchParams.get('alamat'));
      }),
  });
  const chip = tab.page.locator('.unread-chip').first();
  await chip.waitFor();
  const name = await chip.getAttribute('title');
  const unread_of = () =>
    world.number(`
      SELECT count(*) FROM simulator_pesan
      WHERE dari = 'bot' AND status <> 'dibaca'
        AND alamat = (SELECT 'sim-' || pegawai_id FROM pegawai WHERE nama = '${name}')`);
  assert.equal(Number.parseInt(await chip.locator('.badge').innerText(), 10), await unread_of());
  assert.equal(asked.size, 2, 'only the shown threads were read');

  await chip.click();

  await tab.page.locator('.owner-name', { hasText: name }).waitFor();
  await tab.page.locator(`.unread-chip[title="${name}"]`).waitFor({ state: 'detached' });
  await until('the program knows that it was read', async () => (await unread_of()) === 0);
  await tab.close();
});

test('the chooser shows who is whose superior', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  await tab.phone(1).locator('.owner').click();

  const tree = tab.page.locator('dialog .tree');
  const below = (name) =>
    tree.locator('li').filter({ has: tab.page.locator(`:scope > .person:has-text("${name}")`) });
  assert.equal(await below('Hendra Wirawan').locator(':scope > .branch > li').count(), 2);
  assert.equal(await below('Ratna Wulandari').last().locator(':scope > .branch > li').count(), 3);
  await tab.page.keyboard.press('Escape');
  await tab.choose(1, 'Budi Santoso');
  await tab.write(1, 'profil');
  await tab.bot_says(1, /Budi Santoso/);
  assert.match(tab.page.url(), /#sim-\d+,sim-\d+$/);
  await tab.close();
});

test('a clock that would go back is refused with a sentence', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  const before = (await (await fetch(`${world.url}/demo/state`)).json()).now;

  await tab.page.locator('#jam-tanggal').fill('2026-01-05');
  await tab.page.locator('#jam .clock-form .button').click();

  await tab.toast('Jam demo hanya dapat maju');
  const { now } = await (await fetch(`${world.url}/demo/state`)).json();
  assert.equal(now.slice(0, 10), before.slice(0, 10));
  await tab.page.locator('#jam-tanggal').fill('2026-05-06');
  await tab.page.locator('#jam .clock-form .button').click();
  await tab.page.locator('.clock-day', { hasText: 'Rabu, 6 Mei 2026' }).waitFor();
  await tab.close();
});
