// One phone: who holds it, the conversation, and where to write.

import { api } from './api.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { open_dialog } from './dialog.js';
import { h, icon } from './dom.js';
import { open_list } from './list.js';
import { owner_parts, people_tree } from './people.js';
import { toast } from './notice.js';
import { clock_text, offset_of, running_ms } from './time.js';
import { Tools } from './tools.js';

export class Phone {
  person = null;
  #store;
  #context;

  // `context`: where(alamat), others_unread(), on_choose(phone, person), on_used(phone).
  constructor(store, number, context) {
    this.#store = store;
    this.number = number;
    this.#context = context;
    this.owner = h('button', {
      class: 'owner',
      type: 'button',
      'aria-haspopup': 'dialog',
      on: { click: () => this.#choose() },
    });
    this.time = h('span', { class: 'status-time' });
    this.typing = h('p', { class: 'chat-note' });
    this.tools = this.#tools();
    this.conversation = new Conversation(
      store,
      this.#actions(),
      (element, message) => message && this.tools.show(element, message),
      (failure) => toast(failure.message, 'bad'),
    );
    this.composer = new Composer((what) => this.#send(what), number);
    this.empty = h('p', { class: 'chat-empty' });
    this.element = h(
      'section',
      { class: 'phone', id: `ponsel-${number}`, tabindex: '-1', 'aria-label': `Ponsel ${number}` },
      this.owner,
      h(
        'div',
        { class: 'device' },
        h(
          'div',
          { class: 'status-bar', 'aria-hidden': 'true' },
          this.time,
          h('span', { class: 'status-signal' }),
        ),
        h(
          'div',
          { class: 'chat-head' },
          h('span', { class: 'avatar bot-avatar', 'aria-hidden': 'true' }, icon('bot')),
          h('div', {}, h('p', { class: 'chat-name' }, 'SKP Bot'), this.typing),
        ),
        h(
          'div',
          { class: 'chat' },
          this.conversation.scroller,
          this.empty,
          this.conversation.newer,
          this.#dots(),
        ),
        this.composer.element,
      ),
    );
    this.element.addEventListener('focusin', () => context.on_used(this));
    this.element.addEventListener('pointerdown', () => context.on_used(this));
  }

  // Gives the phone to a person; reads the thread if it is not there yet.
  async show(person) {
    this.person = person;
    this.element.setAttribute('aria-label', `Ponsel ${this.number}: ${person.nama}`);
    this.show_owner();
    this.tools.element.remove();
    this.composer.show(person);
    this.conversation.show(person.alamat, person.nama);
    this.show_typing();
    this.#show_empty();
    if (!this.#store.thread(person.alamat).loaded) await this.reload();
    this.seen();
  }

  async reload() {
    try {
      await this.#store.load(this.person.alamat);
    } catch (failure) {
      toast(failure.message, 'bad');
    }
  }

  // The thread of this phone's person changed.
  changed(what) {
    this.conversation.changed(what);
    this.#show_empty();
    this.seen();
  }

  // Marks as read what is on the screen; a phone that is hidden shows nothing.
  seen() {
    if (
      this.person &&
      document.visibilityState === 'visible' &&
      this.element.offsetParent !== null
    ) {
      this.#store.mark_read(this.person.alamat);
    }
  }

  show_owner() {
    this.owner.replaceChildren(
      ...owner_parts(
        this.person,
        this.#store.superior_of(this.person),
        this.#context.others_unread(),
      ),
    );
  }

  show_time() {
    this.time.textContent = clock_text(running_ms(this.#store), offset_of(this.#store.state.now));
  }

  show_typing() {
    const is_typing = this.person !== null && this.#store.is_typing(this.person.alamat);
    this.element.classList.toggle('is-typing', is_typing);
    this.typing.textContent = is_typing ? 'sedang mengetik…' : 'bot';
  }

  #dots() {
    return h('div', { class: 'dots', 'aria-hidden': 'true' }, h('span'), h('span'), h('span'));
  }

  #show_empty() {
    const thread = this.#store.thread(this.person.alamat);
    this.empty.hidden = thread.messages.length > 0;
    this.empty.textContent = thread.loaded
      ? 'Belum ada pesan. Tulis "halo" atau "menu" untuk mulai.'
      : 'Memuat pesan…';
  }

  #choose() {
    const tree = people_tree(this.#store.people, {
      phone: this.number,
      where: this.#context.where,
      unread: (alamat) => this.#store.unread_count(alamat),
      choose: (person) => {
        close();
        this.#context.on_choose(this, person);
        this.owner.focus();
      },
    });
    const close = open_dialog('Siapa memegang ponsel ini?', tree, { kind: 'dialog-people' });
    (tree.querySelector('[aria-current]') ?? tree.querySelector('.person'))?.focus();
  }

  #tools() {
    const always = () => true;
    const of_bot = (message) => message.dari === 'bot';
    return new Tools({
      reply: { is_for: always, act: (message) => this.composer.reply_to(message) },
      like: { is_for: of_bot, act: (message) => this.#like(message) },
      edit: {
        is_for: (message) => message.boleh_sunting && this.#store.state.tampilan === 'telegram',
        act: (message) => this.composer.edit(message),
      },
    });
  }

  #actions() {
    return {
      find: (id) => this.#store.thread(this.person.alamat).get(id),
      jump: (id) =>
        this.conversation.jump(id) ||
        toast('Pesan itu lebih lama dari yang dimuat. Gulir ke atas dahulu.'),
      press: (message, handle, button) =>
        this.#while_busy(button, () => this.#press(message, handle)),
      contact: (button) =>
        this.#while_busy(button, () => this.#do(() => api.contact(this.person.alamat))),
      open_list: (message) => this.#open_list(message),
      shortcut: (event, message) => this.tools.key(event, message),
    };
  }

  #press(message, handle) {
    return this.#do(() => api.press(this.person.alamat, message.id, handle));
  }

  #like(message) {
    return this.#do(() => api.react(this.person.alamat, message.id, message.reaksi ? '' : '👍'));
  }

  #open_list(message) {
    open_list(message.daftar, (handle) => this.#press(message, handle));
  }

  async #send({ person, ...what }) {
    const send = what.pesan ? api.edit : what.file ? api.upload : api.send;
    const worked = await this.#do(() => send(person.alamat, what));
    if (worked && !what.pesan) this.conversation.to_end();
    return worked;
  }

  async #while_busy(button, act) {
    button.disabled = true;
    await act();
    button.disabled = false;
  }

  // Returns whether it worked; if not, the person is told why.
  async #do(act) {
    try {
      await act();
      return true;
    } catch (failure) {
      toast(failure.message, 'bad');
      return false;
    }
  }
}
