// Live, and again after every break; and the sentences for what is empty, wrong or slow.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Tab } from './support/browser.js';
import { suite } from './support/suite.js';
import { until } from './support/until.js';
import { World } from './support/world.js';

const parts = suite();
const OFFLINE = /ERR_|Failed to load resource/;

const ids = (tab, number) =>
  tab
    .phone(number)
    .locator('.message')
    .evaluateAll((messages) => messages.map((message) => message.dataset.id));

async function send(world, alamat, teks) {
  const answer = await fetch(`${world.url}/demo/send`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ alamat, teks }),
  });
  assert.equal(answer.status, 200);
  return (await answer.json()).id;
}

test('what happens elsewhere appears without a reload', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world);
  const [, alamat] = tab.page.url().match(/#(sim-\d+)/);

  const id = await send(world, alamat, 'profil');

  await tab.phone(1).locator(`.message[data-id="${id}"]`).waitFor();
  await tab.bot_says(1, /Siti Aminah/);
  await tab.close();
});

test(
  'what was missed while the connection was broken comes, once',
  { timeout: 90_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world, { expected_errors: OFFLINE });
    const [, alamat] = tab.page.url().match(/#(sim-\d+)/);
    await tab.write(1, 'menu');

    await tab.context.setOffline(true);
    // Being offline ends no open connection; a restart does.
    world.kill();
    await tab.page.locator('.connection-bad').waitFor();
    await tab.screenshot('terputus');
    await world.ready();
    const id = await send(world, alamat, 'profil');
    await tab.context.setOffline(false);

    await tab.page.locator('.connection:empty').waitFor({ state: 'attached' });
    await tab.phone(1).locator(`.message[data-id="${id}"]`).waitFor();
    const kept = (
      await world.sql(
        `SELECT pesan_id FROM simulator_pesan WHERE alamat = '${alamat}' ORDER BY pesan_id`,
      )
    ).split('\n');
    await until('the page has what the database has', async () => {
      const now = (
        await world.sql(
          `SELECT pesan_id FROM simulator_pesan WHERE alamat = '${alamat}' ORDER BY pesan_id`,
        )
      ).split('\n');
      return now.length >= kept.length && JSON.stringify(await ids(tab, 1)) === JSON.stringify(now);
    });
    await tab.close();
  },
);

test('a message that cannot be sent stays in the field', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world, { expected_errors: OFFLINE });

  await tab.page.route('**/demo/send', (route) => route.abort());
  await tab.field(1).fill('realisasi rhk 1 3 laporan');
  await tab.field(1).press('Enter');

  await tab.toast('Program tidak menjawab');
  assert.equal(await tab.field(1).inputValue(), 'realisasi rhk 1 3 laporan');
  await tab.close();
});

test(
  'a message whose answer was lost is sent again, and is there once',
  { timeout: 60_000 },
  async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world, { expected_errors: OFFLINE });
    const keys = [];
    await tab.page.route('**/demo/send', async (route) => {
      keys.push(route.request().postDataJSON().kunci);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });

    await tab.write(1, 'jadwal');

    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.equal(
      await world.number(
        "SELECT count(*) FROM simulator_pesan WHERE isi::jsonb->>'teks' = 'jadwal'",
      ),
      1,
    );
    const mine = tab.phone(1).locator('.from-person .text', { hasText: /^jadwal$/ });
    await mine.waitFor();
    assert.equal(await mine.count(), 1);
    await tab.write(1, 'jadwal');
    assert.notEqual(keys[2], keys[0], 'the same words said again are another message');
    await tab.close();
  },
);

test('what was sent in vain keeps its key until it is changed', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world, { expected_errors: OFFLINE });
  const keys = [];
  await tab.page.route('**/demo/send', (route) => {
    keys.push(route.request().postDataJSON().kunci);
    return route.abort();
  });
  const fails = async (text) => {
    const before = keys.length;
    await tab.field(1).fill(text);
    await tab.field(1).press('Enter');
    await until('it was given up', async () => {
      const busy = await tab.phone(1).locator('.composer').getAttribute('aria-busy');
      return keys.length > before && busy === 'false';
    });
    return keys.at(-1);
  };

  const first = await fails('profil');
  const again = await fails('profil');
  const changed = await fails('profil saya');

  assert.equal(again, first);
  assert.notEqual(changed, first);
  await tab.close();
});

const answers = (status, body) => (page) =>
  page.route('**/demo/state', (route) =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) }),
  );

const STATES = [
  [
    'no database',
    answers(503, { error: 'Basis data tidak dapat dihubungi.' }),
    /Basis data tidak dapat dihubungi/,
  ],
  [
    'not a demo',
    answers(404, { error: 'not found' }),
    /Simulator tidak aktif[\s\S]*skpbot serve --demo/,
  ],
  [
    'nobody answers',
    (page) => page.route('**/demo/state', (route) => route.abort()),
    /Program tidak berjalan[\s\S]*bash bot\/demo\.sh/,
  ],
  ['slow', (page) => page.route('**/demo/state', () => {}), /Masih memuat/],
];

for (const [name, before, sentence] of STATES) {
  test(`its own sentence: ${name}`, { timeout: 60_000 }, async () => {
    const { world, browser } = parts;
    const tab = await Tab.open(browser, world, { before, ready: false, expected_errors: OFFLINE });

    const state = tab.page.locator('#keadaan').filter({ hasText: sentence });
    await state.waitFor();

    await tab.screenshot(`keadaan-${name.replaceAll(' ', '-')}`);
    assert.deepEqual(await tab.findings(), []);
    await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
    await tab.close();
  });
}

test('a page that waits for the database goes on by itself', { timeout: 60_000 }, async () => {
  const { world, browser } = parts;
  const tab = await Tab.open(browser, world, {
    before: answers(503, {}),
    ready: false,
    expected_errors: OFFLINE,
  });
  await tab.page.locator('#keadaan').filter({ hasText: 'Basis data' }).waitFor();

  await tab.page.unrouteAll();

  await tab.page.locator('body.is-ready').waitFor();
  await tab.close();
});

test('an empty database says how to fill it', { timeout: 60_000 }, async () => {
  const world = await World.start({ seed: false });
  try {
    const tab = await Tab.open(parts.browser, world, { ready: false });
    await tab.page.locator('#keadaan').filter({ hasText: 'skpbot import bot/demo' }).waitFor();
    await tab.screenshot('keadaan-kosong');
    await tab.close();
  } finally {
    await world.stop();
  }
});

test('without --demo every path of the simulator is 404', { timeout: 60_000 }, async () => {
  const world = await World.start({ demo: false });
  try {
    const paths = [
      '/simulator',
      '/simulator/app.js',
      '/simulator/base.css',
      '/demo/state',
      '/demo/events',
      '/demo/messages?alamat=sim-1',
      '/demo/files/1',
    ];
    for (const path of paths) assert.equal((await fetch(world.url + path)).status, 404, path);
    for (const path of [
      'send',
      'edit',
      'press',
      'react',
      'contact',
      'upload',
      'read',
      'look',
      'clock',
      'fault',
    ]) {
      const answer = await fetch(`${world.url}/demo/${path}`, { method: 'POST', body: '{}' });
      assert.equal(answer.status, 404, path);
    }
  } finally {
    await world.stop();
  }
});
