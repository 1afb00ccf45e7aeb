// A conversation of 2,000 messages stays usable.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Tab } from './support/browser.js';
import { suite } from './support/suite.js';
import { until } from './support/until.js';

const parts = suite();
const MESSAGES = 2_000;
const IN_PAGE = 160; // The page holds a stretch of the thread, never all of it.

const in_page = (tab) => tab.phone(1).locator('.message').count();
const oldest = (tab) =>
  tab.phone(1).locator('.message').first().getAttribute('data-id').then(Number);

test(
  '2,000 messages: the newest at once, the older ones by scrolling',
  { timeout: 180_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world);
    const alamat = tab.page.url().match(/#(sim-\d+)/)[1];
    await tab.write(1, 'menu');
    await tab.phone(1).locator('.from-bot').first().waitFor();
    await world.sql(`
    INSERT INTO simulator_pesan (alamat, dari, pada, kunci, isi, status)
    SELECT '${alamat}', CASE n % 2 WHEN 0 THEN 'orang' ELSE 'bot' END, '2026-04-27T08:00:01+07:00', 'banyak-' || n,
           jsonb_build_object('teks', 'Pesan nomor ' || n || repeat(' panjang sekali', n % 9), 'entitas', '[]'::jsonb,
                              'tombol', '[]'::jsonb, 'daftar', NULL, 'kontak', false, 'berkas', NULL, 'templat', NULL)::text,
           'dibaca'
    FROM generate_series(1, ${MESSAGES}) AS n`);

    const began = Date.now();
    await tab.page.reload();
    await tab
      .phone(1)
      .locator('.message', { hasText: `Pesan nomor ${MESSAGES}` })
      .waitFor();
    const took = Date.now() - began;
    assert.ok(took < 8_000, `shown after ${took} ms`);
    assert.ok((await in_page(tab)) <= 50);

    // Up to the beginning; what is on the screen does not jump when older messages come.
    const first = await world.number(
      `SELECT min(pesan_id) FROM simulator_pesan WHERE alamat = '${alamat}'`,
    );
    let steps = 0;
    while ((await oldest(tab)) !== first) {
      const before = await oldest(tab);
      await tab
        .phone(1)
        .locator('.scroller')
        .evaluate((scroller) => scroller.scrollTo(0, 0));
      await until('older messages came', async () => (await oldest(tab)) < before);
      assert.ok((await in_page(tab)) <= IN_PAGE, 'the page stays small');
      steps += 1;
      assert.ok(steps <= MESSAGES / 25, 'comes to an end');
    }

    // A new message can be written from there, and is shown.
    await tab.write(1, 'profil');
    await tab.bot_says(1, /Siti Aminah/);
    assert.ok((await in_page(tab)) <= IN_PAGE);
    await tab.screenshot('dua-ribu');

    // Writing is not slower than a person types.
    const typing = await tab.field(1).evaluate(async (field) => {
      const began_at = performance.now();
      for (let i = 0; i < 20; i += 1) {
        field.value += 'a';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return (performance.now() - began_at) / 20;
    });
    assert.ok(typing < 100, `${typing} ms per key`);
    await tab.close();
  },
);

test('older messages do not move what is on the screen', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  const scroller = tab.phone(1).locator('.scroller');
  await until('the newest are there', async () => (await in_page(tab)) >= 50);
  const before = await oldest(tab);
  const second = await tab.phone(1).locator('.message').nth(1).getAttribute('data-id');
  const place = (element, id) =>
    element.querySelector(`.message[data-id="${id}"]`).getBoundingClientRect().top;

  const was = await scroller.evaluate((element, id) => {
    element.scrollTo(0, 10);
    return element.querySelector(`.message[data-id="${id}"]`).getBoundingClientRect().top;
  }, second);
  await until('older messages came', async () => (await oldest(tab)) < before);

  const is = await scroller.evaluate(place, second);
  assert.ok(Math.abs(is - was) < 4, `${was} became ${is}`);
  await tab.close();
});
