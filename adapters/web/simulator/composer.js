// Where a person writes: text, a reply, a photo or a document, and where he changes what he has
// sent. Keeps a draft per person; what could not be sent stays in the field.

import { fresh_key } from './api.js';
import { Context } from './context.js';
import { h, icon } from './dom.js';

const KINDS = [
  ['photo', 'Foto', 'image/png,image/jpeg'],
  ['document', 'Dokumen', ''],
];

export class Composer {
  #person = null;
  #drafts = new Map();
  #edited = null; // The message whose words are in the field.
  #draft = ''; // While a sent message is edited: what was in the field before.
  #busy = false;
  #tried = null; // What was sent last and may not have arrived.
  #send;

  // `send({person, teks, balasan, file, tipe, kunci})`, or of an edit `send({person, teks, pesan})`,
  // returns whether it worked.
  constructor(send, number) {
    this.#send = send;
    const id = `tulis-${number}`;
    this.label = h('label', { class: 'unseen', for: id });
    this.field = h('textarea', {
      id,
      class: 'field',
      rows: '1',
      placeholder: 'Tulis pesan',
      maxlength: '4096',
      enterkeyhint: 'send',
      on: {
        input: () => this.#changed(),
        keydown: (event) => this.#key(event),
        paste: (event) => this.#take_first(event, event.clipboardData?.files),
      },
    });
    this.context = new Context(() => {
      this.#show_context();
      this.field.focus();
    });
    this.button = h(
      'button',
      { class: 'send', type: 'submit', 'aria-label': 'Kirim' },
      icon('send'),
    );
    this.element = h(
      'form',
      { class: 'composer', on: { submit: (event) => this.#submit(event) } },
      this.context.element,
      h(
        'div',
        { class: 'composer-row' },
        this.#attach_buttons(),
        this.label,
        this.field,
        this.button,
      ),
    );
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) =>
      this.#take_first(event, event.dataTransfer?.files),
    );
  }

  show(person) {
    this.context.clear();
    this.#show_context();
    if (this.#person) this.#drafts.set(this.#person.alamat, this.field.value);
    this.#person = person;
    this.label.textContent = `Pesan dari ${person.nama} kepada SKP Bot`;
    this.write(this.#drafts.get(person.alamat) ?? '', { focus: false });
  }

  write(text, { focus = true } = {}) {
    this.field.value = text;
    this.#changed();
    if (focus) this.field.focus();
  }

  reply_to(message) {
    this.context.edited = null;
    this.context.reply = message;
    this.#show_context();
    this.field.focus();
  }

  attach(file, tipe) {
    this.context.edited = null;
    this.context.file = { file, tipe };
    this.#show_context();
    this.field.focus();
  }

  // The field takes the words of a sent message; the draft comes back afterwards.
  edit(message) {
    this.context.clear();
    this.#show_context();
    this.context.edited = message;
    this.#show_context();
    this.field.focus();
  }

  #attach_buttons() {
    return KINDS.map(([tipe, name, accept]) => {
      const input = h('input', {
        type: 'file',
        class: 'unseen',
        accept: accept || null,
        tabindex: '-1',
        'aria-hidden': 'true',
        'data-tipe': tipe,
        on: {
          change: () => {
            if (input.files[0]) this.attach(input.files[0], tipe);
            input.value = '';
          },
        },
      });
      return h(
        'span',
        { class: 'attach' },
        input,
        h(
          'button',
          {
            class: 'icon-button',
            type: 'button',
            'aria-label': `Lampirkan ${name.toLowerCase()}`,
            title: name,
            on: { click: () => input.click() },
          },
          icon(tipe === 'photo' ? 'photo' : 'attach'),
        ),
      );
    });
  }

  #take_first(event, files) {
    const file = files?.[0];
    if (!file) return;
    event.preventDefault();
    this.attach(file, /^image\/(png|jpeg)$/.test(file.type) ? 'photo' : 'document');
  }

  #show_context() {
    const { edited, file } = this.context;
    if (edited !== this.#edited) {
      if (this.#edited) this.field.value = this.#draft;
      else this.#draft = this.field.value;
      if (edited) this.field.value = edited.teks;
      this.#edited = edited;
    }
    this.context.show();
    this.field.placeholder = file ? 'Tulis keterangan' : 'Tulis pesan';
    this.button.setAttribute('aria-label', edited ? 'Simpan suntingan' : 'Kirim');
    this.#changed();
  }

  #changed() {
    this.field.style.height = 'auto';
    if (this.field.scrollHeight > 0)
      this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 132)}px`;
    this.button.disabled = this.#busy || (!this.field.value.trim() && !this.context.file);
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.element.requestSubmit();
    } else if (event.key === 'Escape' && this.context.forget_one()) {
      event.preventDefault();
    }
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    const { edited, reply, file } = this.context;
    if (this.#busy || (!text && !file)) return;
    const person = this.#person;
    const what = { person, teks: text, pesan: edited?.id, balasan: reply?.id, ...file };
    this.#tried = { ...what, kunci: this.#key_of(what) };
    this.#set_busy(true);
    const worked = await this.#send(this.#tried);
    this.#set_busy(false);
    if (!worked) return;
    this.#tried = null;
    if (person !== this.#person) {
      if (!edited) this.#drafts.delete(person.alamat);
      return;
    }
    // What was typed on meanwhile stays.
    if (!edited && this.field.value.trim() === text) this.write('', { focus: false });
    this.context.clear();
    this.#show_context();
  }

  // The very same once more keeps its key: its answer may have got lost.
  #key_of(what) {
    const is_same = ['person', 'teks', 'pesan', 'balasan', 'file', 'tipe'].every(
      (name) => this.#tried?.[name] === what[name],
    );
    return is_same ? this.#tried.kunci : fresh_key();
  }

  #set_busy(is_busy) {
    this.#busy = is_busy;
    this.element.setAttribute('aria-busy', String(is_busy));
    this.#changed();
  }
}
