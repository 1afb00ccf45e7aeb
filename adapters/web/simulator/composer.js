// Where a person writes: text, a reply, a photo or a document. Keeps a draft per person; what could
// not be sent stays in the field.

import { fresh_key } from './api.js';
import { size_text } from './attachment.js';
import { summary, sender } from './bubble.js';
import { h, icon } from './dom.js';

const KINDS = [
  ['photo', 'Foto', 'image/png,image/jpeg'],
  ['document', 'Dokumen', ''],
];

export class Composer {
  #person = null;
  #drafts = new Map();
  #reply = null;
  #file = null; // {file, tipe}
  #busy = false;
  #tried = null; // What was sent last and may not have arrived.
  #send;

  // `send({person, teks, balasan, file, tipe, kunci})` returns whether it worked.
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
    this.context = h('div', { class: 'composer-context', hidden: true });
    this.button = h(
      'button',
      { class: 'send', type: 'submit', 'aria-label': 'Kirim' },
      icon('send'),
    );
    this.element = h(
      'form',
      { class: 'composer', on: { submit: (event) => this.#submit(event) } },
      this.context,
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
    if (this.#person) this.#drafts.set(this.#person.alamat, this.field.value);
    this.#person = person;
    this.#reply = null;
    this.#file = null;
    this.label.textContent = `Pesan dari ${person.nama} kepada SKP Bot`;
    this.write(this.#drafts.get(person.alamat) ?? '', { focus: false });
    this.#show_context();
  }

  write(text, { focus = true } = {}) {
    this.field.value = text;
    this.#changed();
    if (focus) this.field.focus();
  }

  reply_to(message) {
    this.#reply = message;
    this.#show_context();
    this.field.focus();
  }

  attach(file, tipe) {
    this.#file = { file, tipe };
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
    const rows = [];
    if (this.#reply) {
      rows.push(
        this.#context_row(
          'reply',
          `Membalas ${sender(this.#reply)}`,
          summary(this.#reply),
          'Batal membalas',
          () => {
            this.#reply = null;
          },
        ),
      );
    }
    if (this.#file) {
      const { file, tipe } = this.#file;
      rows.push(
        this.#context_row(
          tipe === 'photo' ? 'photo' : 'file',
          file.name,
          size_text(file.size),
          'Lepas lampiran',
          () => {
            this.#file = null;
          },
        ),
      );
    }
    this.context.replaceChildren(...rows);
    this.context.hidden = rows.length === 0;
    this.field.placeholder = this.#file ? 'Tulis keterangan' : 'Tulis pesan';
    this.#changed();
  }

  #context_row(icon_name, title, text, close_label, forget) {
    const close = () => {
      forget();
      this.#show_context();
      this.field.focus();
    };
    return h(
      'div',
      { class: 'context-row' },
      icon(icon_name),
      h('span', { class: 'context-text' }, h('strong', {}, title), h('span', {}, text)),
      h(
        'button',
        { class: 'icon-button', type: 'button', 'aria-label': close_label, on: { click: close } },
        icon('close'),
      ),
    );
  }

  #changed() {
    this.field.style.height = 'auto';
    if (this.field.scrollHeight > 0)
      this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 132)}px`;
    this.button.disabled = this.#busy || (!this.field.value.trim() && !this.#file);
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.element.requestSubmit();
    } else if (event.key === 'Escape' && (this.#reply || this.#file)) {
      event.preventDefault();
      if (this.#reply) this.#reply = null;
      else this.#file = null;
      this.#show_context();
    }
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (this.#busy || (!text && !this.#file)) return;
    const person = this.#person;
    const what = { person, teks: text, balasan: this.#reply?.id, ...this.#file };
    this.#tried = { ...what, kunci: this.#key_of(what) };
    this.#set_busy(true);
    const worked = await this.#send(this.#tried);
    this.#set_busy(false);
    if (!worked) return;
    this.#tried = null;
    if (person !== this.#person) {
      this.#drafts.delete(person.alamat);
      return;
    }
    this.#reply = null;
    this.#file = null;
    // What was typed on meanwhile stays.
    if (this.field.value.trim() === text) this.write('', { focus: false });
    this.#show_context();
  }

  // The very same once more keeps its key: its answer may have got lost.
  #key_of(what) {
    const is_same = ['person', 'teks', 'balasan', 'file', 'tipe'].every(
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
