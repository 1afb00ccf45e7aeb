// Puts the page together: reads the state, builds the phones and the controls, and tells each what
// concerns it.

import { Announcer } from './announce.js';
import { api } from './api.js';
import { Clock } from './clock.js';
import { faults_panel } from './faults.js';
import { FirstMinute } from './first_minute.js';
import { Holders } from './holders.js';
import { follow } from './live.js';
import { Log } from './log.js';
import { Look } from './look.js';
import { full_state } from './notice.js';
import { obstacle } from './obstacle.js';
import { Phone } from './phone.js';
import { Store } from './store.js';
import { watch_swipes } from './swipe.js';
import { Switcher } from './switcher.js';
import { show_unread } from './unread.js';

const SLOW_START_MS = 2_500;
const AGAIN_MS = 2_000;

const store = new Store();
const holders = new Holders(store);
const { phones } = holders;

function build_phones(use) {
  const context = {
    where: (alamat) => holders.phone_of(alamat)?.number ?? 0,
    others_unread: () => holders.waiting().reduce((sum, { count }) => sum + count, 0),
    on_choose: (phone, person) => holders.give(phone, person),
    on_used: use,
  };
  phones.push(new Phone(store, 1, context), new Phone(store, 2, context));
  for (const phone of phones) {
    document.getElementById('ponsel').append(phone.element);
    watch_swipes(phone.conversation.list, (id) =>
      phone.composer.reply_to(store.thread(phone.person.alamat).get(id)),
    );
  }
}

function listen(first_minute, clock, look, log, unread) {
  const announcer = new Announcer();
  const each_second = () => {
    clock.show();
    for (const phone of phones) phone.show_time();
  };
  const on = (name, act) => store.addEventListener(name, ({ detail }) => act(detail));
  on('state', () => {
    each_second();
    look.show();
    first_minute.clock_moved();
  });
  on('thread', ({ alamat, what }) => holders.phone_of(alamat)?.changed(what));
  on('arrived', ({ message }) => {
    const phone = holders.phone_of(message.alamat);
    if (!phone) return;
    announcer.say(message, phone.person);
    first_minute.saw(message, phone);
  });
  on('typing', ({ alamat }) => holders.phone_of(alamat)?.show_typing());
  on('unread', unread);
  on('log', ({ entry }) => log.add(entry));
  document.addEventListener('visibilitychange', () => phones.forEach((phone) => phone.seen()));
  setInterval(each_second, 1_000);
}

function build() {
  const use = (phone) => {
    holders.used = phone;
    first_minute.used(phone);
  };
  const switcher = new Switcher((part) => {
    if (phones[part - 1]) use(phones[part - 1]);
    for (const phone of phones) phone.seen();
  });
  const clock = new Clock(store);
  const look = new Look(store);
  const log = new Log(store);
  const first_minute = new FirstMinute(store, holders, switcher, clock);
  const choose = (person) => holders.give(holders.used ?? phones[1], person);
  build_phones(use);
  document
    .getElementById('kendali')
    .append(first_minute.guide.element, clock.element, look.element, faults_panel(), log.element);
  listen(first_minute, clock, look, log, () => show_unread(store, holders, switcher, choose));
}

let next_try = 0;
let is_starting = false;

const SLOW = {
  title: 'Masih memuat…',
  sentence: 'Program belum menjawab. Komputer ini mungkin sedang sibuk.',
  is_busy: true,
};

async function start() {
  if (is_starting) return;
  is_starting = true;
  clearTimeout(next_try);
  const slow = setTimeout(() => full_state(SLOW), SLOW_START_MS);
  let state = null;
  let failure = null;
  try {
    state = await api.state();
  } catch (reason) {
    failure = reason;
  }
  clearTimeout(slow);
  const found = obstacle(state, failure, start);
  full_state(found);
  if (found?.is_busy) next_try = setTimeout(start, AGAIN_MS);
  is_starting = found === null; // The page is put together once.
  if (!found) await run(state);
}

async function run(state) {
  build();
  store.take_state(state);
  const shown = holders.begin();
  follow(store, holders, state.cursor);
  await shown;
}

start();
