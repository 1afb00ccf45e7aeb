// Puts the page together: reads the state, builds the phones and the controls, and hands every event
// to whom it concerns.

import { Announcer } from './announce.js';
import { api } from './api.js';
import { Clock } from './clock.js';
import { h } from './dom.js';
import { faults_panel } from './faults.js';
import { Guide } from './guide.js';
import { Log } from './log.js';
import { Look } from './look.js';
import { connection_bar, full_state, toast } from './notice.js';
import { avatar, unread_badge } from './people.js';
import { Phone } from './phone.js';
import { Store } from './store.js';
import { Stream } from './stream.js';
import { watch_swipes } from './swipe.js';
import { Switcher } from './switcher.js';

const SLOW_START_MS = 2_500;
const AGAIN_MS = 2_000;

const store = new Store();
const announcer = new Announcer();
const phones = [];
let guide, clock, look, log, switcher;
let used = null; // The phone that was used last.

const phone_of = (alamat) => phones.find((phone) => phone.person?.alamat === alamat) ?? null;
const first_name = (person) => person.nama.split(' ')[0];

function unread_elsewhere() {
  return store.people
    .filter((person) => !phone_of(person.alamat))
    .map((person) => ({ person, count: store.unread_count(person.alamat) }))
    .filter(({ count }) => count > 0);
}

// Who holds the phones is kept in the address, so that a reload shows the same two.
function chosen_people() {
  const wanted = location.hash.slice(1).split(',').map((alamat) => store.person(decodeURIComponent(alamat)));
  const first =
    wanted[0] ?? store.people.find((person) => !store.people.some((other) => other.atasan === person.nip)) ?? store.people[0];
  const second = wanted[1] ?? store.superior_of(first) ?? store.people.find((person) => person !== first) ?? first;
  return [first, second];
}

function remember_people() {
  history.replaceState(null, '', `#${phones.map((phone) => encodeURIComponent(phone.person.alamat)).join(',')}`);
}

// A person is held by one phone: choosing who the other one shows swaps the two.
async function give(phone, person) {
  const other = phone_of(person.alamat);
  const before = phone.person;
  const shown = [phone.show(person)];
  if (other && other !== phone && before) shown.push(other.show(before));
  remember_people();
  show_unread();
  noticed_superior(phone);
  await Promise.all(shown);
}

let recorded = null; // Who recorded a realisasi last.

// The second suggestion is done when somebody uses the phone of a superior who is not the first.
function noticed_superior(phone) {
  const wanted = store.superior_of(recorded ?? phones[0].person);
  if (wanted && phone.person?.nip === wanted.nip && used === phone) guide.done('atasan');
}

function use(phone) {
  used = phone;
  noticed_superior(phone);
}

function to_superior() {
  const below = recorded ?? (used ?? phones[0]).person;
  const superior = store.superior_of(below) ?? store.superior_of(phones[0].person);
  if (!superior) {
    toast('Orang ini tidak punya atasan di data contoh. Pilih orang lain lebih dahulu.', 'bad');
    return;
  }
  const phone = phone_of(superior.alamat) ?? phones[1];
  if (phone.person !== superior) give(phone, superior);
  switcher.show(String(phone.number));
  phone.composer.field.focus();
}

function show_unread() {
  const others = unread_elsewhere();
  const place = document.getElementById('belum-dibaca');
  place.hidden = others.length === 0;
  place.replaceChildren(
    ...others.slice(0, 4).map(({ person, count }) =>
      h(
        'button',
        { class: 'unread-chip', type: 'button', title: person.nama, on: { click: () => give(used ?? phones[1], person) } },
        avatar(person),
        h('span', {}, first_name(person)),
        unread_badge(count),
      ),
    ),
  );
  for (const phone of phones) if (phone.person) phone.show_owner();
  switcher.label([
    ...phones.map((phone) => [phone.person && first_name(phone.person), phone.person && unread_badge(store.unread_count(phone.person.alamat))]),
    ['Kendali'],
  ]);
}

function show_state() {
  clock.show();
  look.show();
  for (const phone of phones) phone.show_time();
  const left = store.state.batas?.hari_kerja;
  if (Number.isInteger(left) && left <= 10) guide.done('jam');
}

function on_event(kind, data, id) {
  if (kind === 'jam') store.take_state(data);
  if (kind === 'catatan') store.take_log(data, id);
  if (kind === 'mengetik') store.take_typing(data.alamat, data.menyala);
  if (kind === 'pesan') take_message(data);
}

function take_message(message) {
  const is_new = !store.thread(message.alamat).get(message.id);
  store.take_message(message);
  if (message.dari !== 'bot' || !is_new) return;
  const phone = phone_of(message.alamat);
  if (phone) announcer.say(message, phone.person);
  if (/^Tercatat/.test(message.teks) && /RHK \d+/.test(message.teks) && phone) {
    recorded = phone.person;
    guide.done('tulis');
  }
}

function build() {
  const context = {
    where: (alamat) => phone_of(alamat)?.number ?? 0,
    others_unread: () => unread_elsewhere().reduce((sum, { count }) => sum + count, 0),
    on_choose: give,
    on_used: use,
  };
  phones.push(new Phone(store, 1, context), new Phone(store, 2, context));
  for (const phone of phones) {
    watch_swipes(phone.conversation.list, (id) => phone.composer.reply_to(store.thread(phone.person.alamat).get(id)));
  }
  clock = new Clock(store);
  look = new Look(store);
  log = new Log(store);
  switcher = new Switcher((part) => {
    if (phones[part - 1]) use(phones[part - 1]);
    for (const phone of phones) phone.seen();
  });
  guide = new Guide({
    write: (text) => {
      switcher.show('1');
      phones[0].composer.write(text);
    },
    to_superior,
    to_ten_days: () => clock.step('sepuluh_hari'),
  });
  document.getElementById('ponsel').append(...phones.map((phone) => phone.element));
  document.getElementById('kendali').append(guide.element, clock.element, look.element, faults_panel(), log.element);
  store.addEventListener('state', show_state);
  store.addEventListener('thread', ({ detail }) => phone_of(detail.alamat)?.changed(detail.what));
  store.addEventListener('typing', ({ detail }) => phone_of(detail.alamat)?.show_typing());
  store.addEventListener('unread', show_unread);
  store.addEventListener('log', ({ detail }) => log.add(detail.entry));
  document.addEventListener('visibilitychange', () => phones.forEach((phone) => phone.seen()));
  setInterval(show_state, 1_000);
}

// After a break, and perhaps a restart: the state and what the phones show are read anew. Goes on
// from the last event, unless the program has begun to count anew.
async function catch_up(cursor) {
  const state = await api.state();
  store.take_state(state);
  await Promise.all(phones.map((phone) => store.load(phone.person.alamat)));
  return Number(state.cursor) < Number(cursor) ? state.cursor : cursor;
}

function follow(cursor) {
  let was_lost = false;
  new Stream(cursor, {
    on_event,
    on_open: () => {
      connection_bar('');
      if (was_lost) toast('Tersambung lagi. Tidak ada pesan yang hilang.');
      was_lost = false;
    },
    on_lost: () => {
      was_lost = true;
      connection_bar('Sambungan ke program terputus. Halaman menyambung lagi sendiri; pesan yang terkirim tidak hilang.');
    },
    on_back: async (last) => {
      try {
        return await catch_up(last);
      } catch (failure) {
        if (failure.kind === 'database') connection_bar('Basis data tidak dapat dihubungi. Halaman mencoba lagi sendiri; yang sudah tersimpan tidak hilang.');
        throw failure;
      }
    },
  });
}

// What stands in place of the phones if there is nothing to show; null if there is.
function obstacle(state, failure) {
  if (failure?.kind === 'missing') {
    return { title: 'Simulator tidak aktif', sentence: 'Program berjalan tanpa mode demo. Hentikan program, lalu jalankan:', command: 'skpbot serve --demo', again: start };
  }
  if (failure?.kind === 'database') {
    return { title: 'Basis data tidak dapat dihubungi', sentence: `${failure.message} Halaman mencoba lagi sendiri.`, is_busy: true, again: start };
  }
  if (failure?.kind === 'offline') {
    return { title: 'Program tidak berjalan', sentence: 'Program tidak menjawab. Jalankan perintah ini; halaman menyambung sendiri:', command: 'bash bot/demo.sh', is_busy: true, again: start };
  }
  if (failure) return { title: 'Simulator tidak dapat dimuat', sentence: failure.message, again: start };
  if (state.orang.length === 0) {
    return { title: 'Belum ada data contoh', sentence: 'Basis data ini kosong. Impor data contoh, lalu coba lagi:', command: 'skpbot import bot/demo', again: start };
  }
  return null;
}

let next_try = 0;
let is_starting = false;

async function start() {
  if (is_starting) return;
  is_starting = true;
  clearTimeout(next_try);
  const slow = setTimeout(
    () => full_state({ title: 'Masih memuat…', sentence: 'Program belum menjawab. Komputer ini mungkin sedang sibuk.', is_busy: true }),
    SLOW_START_MS,
  );
  let state = null;
  let failure = null;
  try {
    state = await api.state();
  } catch (reason) {
    failure = reason;
  }
  clearTimeout(slow);
  const found = obstacle(state, failure);
  full_state(found);
  if (found?.is_busy) next_try = setTimeout(start, AGAIN_MS);
  is_starting = found === null; // The page is put together once.
  if (!found) await run(state);
}

async function run(state) {
  build();
  store.take_state(state);
  const people = chosen_people();
  const shown = phones.map((phone, index) => phone.show(people[index]));
  remember_people();
  show_unread();
  follow(state.cursor);
  await Promise.all(shown);
  for (const person of store.people) {
    if (!phone_of(person.alamat) && person.belum_dibaca === undefined) await store.load(person.alamat).catch(() => {});
  }
}

start();
