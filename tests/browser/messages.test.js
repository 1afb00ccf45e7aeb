// What can be done with messages: answer, react, send a file; and what a message cannot do.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Tab } from './support/browser.js';
import { recorded } from './support/kept.js';
import { suite } from './support/suite.js';
import { until } from './support/until.js';

const parts = suite();

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

test('a reply decides the very item it answers', { timeout: 90_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  await tab.write(1, 'realisasi rhk 1 3 laporan');
  await tab.bot_says(1, /Tercatat/);
  await tab.step('jam');
  const digest = await tab.bot_says(2, /menunggu keputusan Anda/);

  await tab.tool(digest, 'Balas pesan ini');
  await tab.phone(2).locator('.context-row', { hasText: 'menunggu keputusan' }).waitFor();
  await tab.write(2, 'setuju');

  await tab.bot_says(2, /Disetujui/);
  await tab
    .phone(2)
    .locator('.from-person .quote', { hasText: 'menunggu keputusan Anda' })
    .waitFor();
  assert.equal(
    await world.number(
      "SELECT count(*) FROM receipt WHERE tindakan LIKE '%putus%' OR tindakan LIKE '%setuju%'",
    ),
    1,
  );
  assert.equal(await tab.phone(2).locator('.context-row').count(), 0);
  await tab.close();
});

test('a thumb is shown, kept, and taken away again', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  await tab.write(1, 'menu');
  const message = tab.phone(1).locator('.from-bot').last();
  await until('the menu came', async () => (await tab.phone(1).locator('.from-bot').count()) > 1);
  const id = await message.getAttribute('data-id');

  await tab.tool(message, 'Suka');
  await message.locator('.reaction').waitFor();
  assert.equal(
    await world.sql(`SELECT reaksi FROM simulator_pesan WHERE pesan_id = ${Number(id)}`),
    '👍',
  );

  await tab.tool(message, 'Suka');
  await message.locator('.reaction').waitFor({ state: 'detached' });
  assert.equal(
    await world.sql(`SELECT reaksi FROM simulator_pesan WHERE pesan_id = ${Number(id)}`),
    '',
  );
  await tab.close();
});

test(
  'an edited message is asked about, and says that it was edited',
  { timeout: 90_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world);
    const { keyboard } = tab.page;
    const before = await recorded(world, 'Siti Aminah');
    await tab.write(1, 'tambah realisasi rhk 1 1 laporan');
    await until(
      'it is recorded',
      async () => (await recorded(world, 'Siti Aminah')).sum === before.sum + 1,
    );
    const mine = tab.phone(1).locator('.from-person').last();
    await tab.field(1).fill('belum selesai');

    await tab.tool(mine, 'Sunting pesan ini');
    await tab.phone(1).locator('.context-row', { hasText: 'Menyunting pesan' }).waitFor();
    assert.equal(await tab.field(1).inputValue(), 'tambah realisasi rhk 1 1 laporan');
    await tab.screenshot('sunting');
    assert.deepEqual(await tab.findings(), []);
    await keyboard.press('Escape');
    assert.equal(await tab.field(1).inputValue(), 'belum selesai', 'the draft is back');

    // The same by keyboard.
    await mine.focus();
    await keyboard.press('e');
    assert.equal(await tab.page.evaluate(() => document.activeElement.id), 'tulis-1');
    await keyboard.press('Control+A');
    await keyboard.type('tambah realisasi rhk 1 2 laporan');
    await keyboard.press('Enter');

    const question = await tab.bot_says(1, /Pesan Anda yang sudah tercatat diubah/);
    await mine.locator('.foot', { hasText: 'disunting' }).waitFor();
    assert.equal(await mine.locator('.text').innerText(), 'tambah realisasi rhk 1 2 laporan');
    assert.equal(await tab.field(1).inputValue(), 'belum selesai');
    assert.equal(await tab.phone(1).locator('.context-row').count(), 0);
    await tab.screenshot('disunting');
    await tab.press(question, 'Ya, ubah');
    await until(
      'the correction counts',
      async () => (await recorded(world, 'Siti Aminah')).sum === before.sum + 2,
    );
    await tab.close();
  },
);

test(
  'nothing can be edited in the look of WhatsApp, nor what is not his own',
  { timeout: 60_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world);
    await tab.write(1, 'jadwal');
    const mine = tab.phone(1).locator('.from-person').last();
    const edit = (message) => message.locator('.tool[aria-label="Sunting pesan ini"]');
    await mine.hover();
    await edit(mine).waitFor();
    const answer = await tab.bot_says(1, /\S/);
    await answer.hover();
    await answer.locator('.tool[aria-label="Suka"]').waitFor();
    assert.equal(await edit(answer).isVisible(), false);

    await tab.look('whatsapp');
    await mine.hover();
    await mine.locator('.tool[aria-label="Balas pesan ini"]').waitFor();
    assert.equal(await edit(mine).isVisible(), false);
    await mine.focus();
    await tab.page.keyboard.press('e');
    assert.equal(await tab.phone(1).locator('.context-row').count(), 0);
    await tab.look('telegram');
    await tab.close();
  },
);

test('a message that is read is not shown anew', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world, { expected_errors: /ERR_FAILED/ });
  await tab.page.route('**/demo/read', (route) => route.abort());
  const of_bot = tab.phone(1).locator('.from-bot');
  const before = await of_bot.count();
  await tab.write(1, 'jadwal');
  await until('the answer came', async () => (await of_bot.count()) > before);
  const answer = of_bot.last();
  const id = Number(await answer.getAttribute('data-id'));
  const [, alamat] = tab.page.url().match(/#(sim-\d+)/);
  await answer.evaluate((element) => (window.kept = element));

  await fetch(`${world.url}/demo/read`, { method: 'POST', body: JSON.stringify({ alamat }) });
  await tab.write(1, 'profil');
  await until('the next came', async () => (await of_bot.count()) > before + 1);

  assert.equal(
    await world.sql(`SELECT status FROM simulator_pesan WHERE pesan_id = ${id}`),
    'dibaca',
  );
  assert.ok(await tab.page.evaluate(() => window.kept.isConnected), 'a swipe would go on');
  await tab.close();
});

test('a photo and a document become evidence', { timeout: 90_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  const files = () => world.number('SELECT count(*) FROM bukti');

  await tab
    .phone(1)
    .locator('input[data-tipe="photo"]')
    .setInputFiles({ name: 'loket.png', mimeType: 'image/png', buffer: PNG });
  await tab.phone(1).locator('.context-row', { hasText: 'loket.png' }).waitFor();
  await tab.field(1).fill('bukti rhk 1');
  await tab.field(1).press('Enter');
  await tab.phone(1).locator('.photo').waitFor();
  await until('the photo is evidence', async () => (await files()) === 1);
  assert.equal(
    await tab.page.evaluate(() =>
      fetch(document.querySelector('.photo').src).then((answer) => answer.status),
    ),
    200,
  );

  await tab
    .phone(1)
    .locator('input[data-tipe="document"]')
    .setInputFiles({ name: 'laporan triwulan.pdf', mimeType: 'application/pdf', buffer: PDF });
  await tab.field(1).fill('bukti rhk 1');
  await tab.field(1).press('Enter');
  await tab.phone(1).locator('.file-name', { hasText: 'laporan triwulan.pdf' }).waitFor();
  await until('the document is evidence', async () => (await files()) === 2);
  await tab.screenshot('lampiran');
  await tab.close();
});

test('a refused upload says why and keeps what was written', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world, { expected_errors: /status of 41[35]/ });
  const before = await world.number('SELECT count(*) FROM simulator_pesan');

  await tab
    .phone(1)
    .locator('input[data-tipe="document"]')
    .setInputFiles({
      name: 'program.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ\x90\x00\x03\x00\x00\x00'),
    });
  await tab.field(1).fill('bukti rhk 1');
  await tab.field(1).press('Enter');

  const toast = tab.page.locator('.toast-bad').first();
  await toast.waitFor();
  assert.match(await toast.innerText(), /\S+ \S+ \S+/);
  assert.equal(await tab.field(1).inputValue(), 'bukti rhk 1');
  assert.equal(await tab.phone(1).locator('.context-row', { hasText: 'program.exe' }).count(), 1);
  assert.equal(await world.number('SELECT count(*) FROM simulator_pesan'), before);
  await tab.close();
});

test(
  'a script in a message is text, and the policy stops scripts that are not ours',
  { timeout: 60_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world, { expected_errors: /Content Security Policy/ });
    const text = '<script>window.ran = 1</script><img src=x onerror="window.ran = 2"><b>tebal</b>';

    await tab.write(1, text);
    const message = tab.phone(1).locator('.from-person .text', { hasText: 'window.ran' }).last();
    await message.waitFor();
    assert.equal(await message.innerText(), text);
    assert.equal(await message.locator('*').count(), 0);
    await tab.page.reload();
    await message.waitFor();
    assert.equal(await tab.page.evaluate(() => window.ran), undefined);

    const stopped = await tab.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener(
            'securitypolicyviolation',
            (event) => resolve(event.effectiveDirective),
            { once: true },
          );
          const script = document.createElement('script');
          script.textContent = 'window.ran = 3';
          document.head.append(script);
        }),
    );
    assert.match(stopped, /^script-src/);
    assert.equal(await tab.page.evaluate(() => window.ran), undefined);
    await tab.close();
  },
);

test('a link in a message leads out, and only to the web', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);

  await tab.write(1, 'bukti rhk 1 Laporan https://contoh.go.id/laporan');

  await tab.bot_says(1, /bukti/i);
  const hrefs = await tab
    .phone(1)
    .locator('.text a')
    .evaluateAll((links) => links.map((link) => [link.protocol, link.rel]));
  for (const [protocol, rel] of hrefs) {
    assert.match(protocol, /^https?:$/);
    assert.match(rel, /noopener/);
  }
  await tab.close();
});

test(
  'the look of WhatsApp has its lists and at most three buttons',
  { timeout: 90_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world);
    await tab.look('whatsapp');
    const before = await recorded(world, 'Siti Aminah');

    await tab.write(1, 'tambah realisasi rhk 1 1 laporan');
    await until(
      'it is recorded',
      async () => (await recorded(world, 'Siti Aminah')).sum === before.sum + 1,
    );
    await until(
      'the card has its buttons',
      async () => (await tab.phone(1).locator('.from-bot').last().locator('.key').count()) > 0,
    );
    assert.ok((await tab.phone(1).locator('.from-bot').last().locator('.key').count()) <= 3);
    await tab.write(1, 'menu');
    await tab.screenshot('whatsapp');
    await tab.look('telegram');
    await tab.close();
  },
);
