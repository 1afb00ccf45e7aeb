// For everybody: by keyboard alone, with a screen reader, light and dark, on a small screen.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PHONE, Tab } from './support/browser.js';
import { recorded } from './support/kept.js';
import { suite } from './support/suite.js';
import { until } from './support/until.js';

const parts = suite();

// Presses Tab until the element that fits has the focus; every stop must be visible.
async function tab_to(page, selector) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((wanted) => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      return { fits: element.matches(wanted), seen: box.width > 0 && box.height > 0 };
    }, selector);
    assert.ok(stop.seen, 'the focus is on something that can be seen');
    if (stop.fits) return;
  }
  assert.fail(`no way to ${selector} with the Tab key`);
}

test('the main job by keyboard alone', { timeout: 120_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  const { page } = tab;
  const { keyboard } = page;

  await tab_to(page, '#tulis-1');
  await keyboard.type('realisasi rhk 1 3 laporan');
  await keyboard.press('Enter');
  await tab.bot_says(1, /Tercatat/);
  assert.deepEqual(await recorded(world, 'Siti Aminah'), { sum: 3, receipts: 1 });

  await tab_to(page, '#jam button[data-langkah="jam"]');
  assert.notEqual(
    await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle),
    'none',
  );
  await keyboard.press('Enter');
  await tab.bot_says(2, /menunggu keputusan/);

  // Around to the second phone: its newest message, answered with B.
  await tab_to(page, '#ponsel-2 .message');
  await keyboard.press('b');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tulis-2');
  await keyboard.type('setuju');
  await keyboard.press('Enter');
  await tab.bot_says(2, /Disetujui/);

  // Arrows go through the messages, S likes one.
  await tab_to(page, '#ponsel-2 .owner');
  await tab_to(page, '#ponsel-2 .message');
  const first = await page.evaluate(() => document.activeElement.dataset.id);
  await keyboard.press('ArrowDown');
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.id), first);
  await keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.id), first);
  await keyboard.press('s');
  await tab.phone(2).locator('.reaction').waitFor();

  // The chooser: opened, walked through and closed without a mouse.
  await page.locator('#ponsel-1 .owner').focus();
  await keyboard.press('Enter');
  await page.locator('dialog').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tab.phone(1).locator('.owner-name', { hasText: 'Budi Santoso' }).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.matches('#ponsel-1 .owner')));
  await tab.close();
});

for (const look of ['telegram', 'whatsapp']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`no serious finding: ${look}, ${colorScheme}`, { timeout: 90_000 }, async () => {
      const { world, browser } = parts;
      const tab = await Tab.open(browser, world, { colorScheme });
      await tab.look(look);
      const before = await tab.phone(2).locator('.from-bot').count();
      await tab.write(2, 'menu');
      await until(
        'the menu came',
        async () => (await tab.phone(2).locator('.from-bot').count()) > before,
      );
      await tab.screenshot(`${look}-${colorScheme}`);

      assert.deepEqual(await tab.findings(), []);

      await tab.phone(1).locator('.owner').click();
      await tab.page.locator('dialog').waitFor();
      await tab.screenshot(`orang-${look}-${colorScheme}`);
      assert.deepEqual(await tab.findings(), []);
      await tab.close();
    });
  }
}

test('a screen reader hears each message of the bot once', { timeout: 90_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  await tab.page.evaluate(() => {
    window.said = [];
    new MutationObserver((changes) => {
      for (const change of changes)
        for (const node of change.addedNodes) window.said.push(node.textContent);
    }).observe(document.getElementById('pengumuman'), { childList: true });
  });

  await tab.write(1, 'tambah realisasi rhk 1 1 laporan');
  await tab.bot_says(1, /Tercatat/);
  await until('it was said', () => tab.page.evaluate(() => window.said.length > 0));
  await tab.write(1, 'profil');
  await until('the next was said', () => tab.page.evaluate(() => window.said.length > 1));

  const said = await tab.page.evaluate(() => window.said);
  const person = await tab.phone(1).locator('.owner-name').innerText();
  assert.equal(said.length, 2);
  assert.match(said[0], new RegExp(`^SKP Bot kepada ${person}: `));
  await tab.close();
});

test(
  'a phone-sized screen: nothing is cut off, everything can be touched',
  { timeout: 120_000 },
  async () => {
    const { world, browser } = parts;
    await fetch(`${world.url}/demo/look`, {
      method: 'POST',
      body: JSON.stringify({ tampilan: 'telegram' }),
    });
    const tab = await Tab.open(browser, world, PHONE);
    const { page } = tab;
    const no_overflow = async () =>
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        'no horizontal scrolling',
      );
    // WCAG 2.2 2.5.8 asks for 24 px; the page promises 44.
    const small_targets = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('button, select, input:not([type=file]):not([type=radio])')]
          .filter((element) => element.offsetParent !== null && !element.disabled)
          .map((element) => [
            element.className || element.id,
            element.getBoundingClientRect().height,
          ])
          .filter(([, height]) => height > 0 && height < 44)
          .map(([name, height]) => `${name}: ${height}`),
      );

    await page.locator('.tab[data-bagian="1"]').tap();
    await tab.write(1, 'menu');
    await tab.phone(1).locator('.key').first().waitFor();
    await no_overflow();
    assert.deepEqual(await small_targets(), []);
    await tab.screenshot('kecil-ponsel');
    assert.equal(await tab.phone(2).isVisible(), false);

    // Beside a short bubble the tools reach over the next message.
    const mine = tab.phone(1).locator('.from-person').last();
    await mine.locator('.bubble').tap();
    await mine.locator('.tool[aria-label="Sunting pesan ini"]').tap();
    await tab.phone(1).locator('.context-row', { hasText: 'Menyunting pesan' }).waitFor();
    assert.deepEqual(await small_targets(), []);
    await no_overflow();
    await tab.screenshot('kecil-sunting');

    await page.locator('.tab[data-bagian="kendali"]').tap();
    await no_overflow();
    assert.deepEqual(await small_targets(), []);
    await tab.screenshot('kecil-kendali');
    const side = await page
      .locator('#kendali')
      .evaluate((element) => element.scrollWidth <= element.clientWidth);
    assert.ok(side, 'the controls stand below each other');
    await page.locator('#gangguan-basis_data').scrollIntoViewIfNeeded();
    await tab.screenshot('kecil-gangguan');

    await page.locator('.tab[data-bagian="2"]').tap();
    assert.ok(await tab.phone(2).isVisible());
    await tab.phone(2).locator('.owner').tap();
    await page.locator('dialog').waitFor();
    await no_overflow();
    await tab.screenshot('kecil-orang');
    assert.deepEqual(await tab.findings(), []);
    await page.keyboard.press('Escape');

    // Narrower than any phone in use.
    await page.setViewportSize({ width: 320, height: 640 });
    await no_overflow();
    await tab.close();
  },
);

test('swiping a message to the right answers it', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world, PHONE);
  const before = await tab.phone(1).locator('.from-bot').count();
  await tab.write(1, 'menu');
  await until(
    'the menu came',
    async () => (await tab.phone(1).locator('.from-bot').count()) > before,
  );
  const bubble = tab.phone(1).locator('.from-bot .bubble').last();
  const box = await bubble.boundingBox();
  const touch = await tab.context.newCDPSession(tab.page);
  const at = (x) => [{ x: box.x + 20 + x, y: box.y + 12 }];

  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const x of [20, 45, 70, 90])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

  await tab.phone(1).locator('.context-row', { hasText: 'Membalas SKP Bot' }).waitFor();
  await tab.close();
});
