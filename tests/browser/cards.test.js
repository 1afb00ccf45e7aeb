// What only some messages have: a list, the words of a template, the request for the contact.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Tab } from './support/browser.js';
import { recorded } from './support/kept.js';
import { suite } from './support/suite.js';
import { until } from './support/until.js';

const parts = suite();

test('a row of a list is chosen from its sheet', { timeout: 90_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  await tab.choose(1, 'Budi Santoso');
  await tab.look('whatsapp');
  const before = await recorded(world, 'Budi Santoso');
  await tab.write(1, 'realisasi 3');
  const message = tab.phone(1).locator('.from-bot', { has: tab.page.locator('.icon-list') });
  await message.last().waitFor();

  await message.last().locator('.key').click();

  const sheet = tab.page.locator('dialog.dialog-list');
  await sheet.waitFor();
  assert.ok((await sheet.locator('.list-row').count()) > 3, 'three would be buttons');
  assert.deepEqual(await tab.findings(), []);
  await tab.screenshot('daftar');
  const row = sheet.locator('.list-row').first();
  const label = await row.locator('.list-label').innerText();
  await row.click();
  await sheet.waitFor({ state: 'detached' });
  const mine = tab.phone(1).locator('.from-person').last();
  await mine.locator('.text', { hasText: label }).waitFor();
  assert.equal(await mine.locator('.quote').count(), 1, 'it answers the list');
  await until('the row did what it says', async () => {
    const now = await recorded(world, 'Budi Santoso');
    return now.sum === before.sum + 3 && now.receipts === before.receipts + 1;
  });
  await tab.close();
});

test('after 24 hours only the words of a template come', { timeout: 90_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  await tab.look('whatsapp');

  await tab.page.locator('#langkah .step[data-langkah="jam"] .button').click();

  const mark = tab.phone(2).locator('.from-bot .template', { hasText: /batas_penilaian$/ });
  await mark.waitFor();
  assert.equal(await mark.innerText(), 'Templat · batas_penilaian');
  assert.deepEqual(await tab.findings(), []);
  await tab.screenshot('templat');
  await tab.write(2, 'profil');
  const answer = await tab.bot_says(2, /Ratna Wulandari/);
  assert.equal(await answer.locator('.template').count(), 0, 'who writes opens the window');
  await tab.close();
});

test('who is not connected shares his contact', { timeout: 90_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  await tab.look('telegram');
  const phone = tab.phone(1);
  const nip = await world.sql("SELECT nip FROM pegawai WHERE nama = 'Siti Aminah'");
  const number = await world.sql("SELECT telepon FROM pegawai WHERE nama = 'Siti Aminah'");
  const is_bound = () =>
    world.number(`
      SELECT count(*) FROM alamat JOIN pegawai USING (instansi_id, pegawai_id)
      WHERE nama = 'Siti Aminah' AND berakhir_pada IS NULL`);
  await tab.write(1, 'lepas akun');
  await tab.press(await tab.bot_says(1, /Lepaskan alamat chat ini/), 'Ya, lepas');
  await tab.bot_says(1, /Akun dilepas/);
  assert.equal(await is_bound(), 0);
  await tab.write(1, 'mulai');
  const welcome = await tab.bot_says(1, /Selamat datang di SKP Bot/);
  await tab.screenshot('kontak');

  await tab.press(welcome, 'Bagikan kontak saya');

  await phone.locator('.from-person .text', { hasText: `Kontak: ${number}` }).waitFor();
  await tab.bot_says(1, /Sekarang tulis NIP Anda/);
  await tab.write(1, nip);
  await tab.bot_says(1, /Akun ini sekarang terhubung dengan Siti Aminah/);
  assert.equal(await is_bound(), 1);
  await tab.close();
});
