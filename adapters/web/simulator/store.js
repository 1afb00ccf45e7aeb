// What the page knows: the last state of the program, everybody's thread, who is typing. Tells its
// listeners what changed: 'state', 'thread' {alamat, what}, 'arrived' {message} (of the bot, once
// each), 'typing' {alamat}, 'unread', 'log' {entry}.

import { api } from './api.js';
import { Thread } from './thread.js';

const LONGEST_LOG = 200;

export class Store extends EventTarget {
  state = null;
  received_at = 0; // performance.now() of the state, for the running clock.
  log = [];
  #threads = new Map();
  #typing = new Map();
  #read = new Set(); // Ids of messages that a shown phone has marked as read.
  #log_ids = new Set();
  #loading = new Set(); // Whose threads are being read for the first time.

  take_state(state) {
    this.state = state;
    this.received_at = performance.now();
    this.#tell('state');
  }

  get people() {
    return this.state?.orang ?? [];
  }

  person(alamat) {
    return this.people.find((person) => person.alamat === alamat) ?? null;
  }

  superior_of(person) {
    return this.people.find((other) => other.nip === person?.atasan) ?? null;
  }

  thread(alamat) {
    if (!this.#threads.has(alamat)) this.#threads.set(alamat, new Thread());
    return this.#threads.get(alamat);
  }

  is_typing(alamat) {
    return this.#typing.get(alamat) ?? false;
  }

  // Reads the newest messages of a person anew. Throws Failure.
  async load(alamat) {
    const thread = this.thread(alamat);
    const asked = thread.now();
    const page = await api.messages(alamat);
    // Read anew after a break: what came meanwhile has arrived now.
    const missed = thread.loaded ? page.pesan.filter(({ id }) => !thread.get(id)) : [];
    thread.merge_page(page, asked);
    this.#tell('thread', { alamat, what: 'all' });
    this.#tell('unread');
    for (const message of missed) this.#arrived(message);
  }

  // Reads the page before the oldest message here. Returns how many there were. Throws Failure.
  async load_older(alamat) {
    const thread = this.thread(alamat);
    const first = thread.messages[0];
    if (!first || !thread.more) return 0;
    return thread.merge_older(await api.messages(alamat, { sebelum: first.id }));
  }

  take_message(message) {
    const thread = this.thread(message.alamat);
    if (!thread.loaded) this.#load_once(message.alamat);
    const what = thread.upsert(message);
    if (what === 'passed') return;
    this.#tell('thread', { alamat: message.alamat, what });
    this.#tell('unread');
    if (what === 'new') this.#arrived(message);
  }

  // Something came for somebody whose thread was not read yet: from now on it is counted exactly.
  async #load_once(alamat) {
    if (this.#loading.has(alamat)) return;
    this.#loading.add(alamat);
    await this.load(alamat).catch(() => {});
    this.#loading.delete(alamat);
  }

  #arrived(message) {
    if (message.dari !== 'bot') return;
    this.take_typing(message.alamat, false);
    this.#tell('arrived', { message });
  }

  take_typing(alamat, is_on) {
    this.#typing.set(alamat, is_on);
    this.#tell('typing', { alamat });
  }

  take_log(entry, id) {
    if (id && this.#log_ids.has(id)) return;
    if (id) this.#log_ids.add(id);
    this.log.push(entry);
    if (this.log.length > LONGEST_LOG) this.log.shift();
    this.#tell('log', { entry });
  }

  // The ids of what the bot sent and nobody has seen yet.
  unread(alamat) {
    return this.thread(alamat)
      .messages.filter(
        (message) =>
          message.dari === 'bot' && message.status !== 'dibaca' && !this.#read.has(message.id),
      )
      .map((message) => message.id);
  }

  // Of a thread that was not read yet the program's own count, as of the last state.
  unread_count(alamat) {
    const told = this.person(alamat)?.belum_dibaca;
    return this.thread(alamat).loaded ? this.unread(alamat).length : (told ?? 0);
  }

  // A phone shows this thread: says so to the program, once per message.
  async mark_read(alamat) {
    const ids = this.unread(alamat);
    if (ids.length === 0) return;
    for (const id of ids) this.#read.add(id);
    this.#tell('unread');
    try {
      await api.read(alamat);
    } catch {
      for (const id of ids) this.#read.delete(id);
    }
  }

  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
