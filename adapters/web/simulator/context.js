// What goes with the words that a person is writing: the message that they answer, their file, or
// the sent message that they change.

import { size_text } from './attachment.js';
import { sender, summary } from './bubble.js';
import { h, icon } from './dom.js';

export class Context {
  edited = null; // A message of his own.
  reply = null; // A message.
  file = null; // {file, tipe}
  #on_forgotten;

  // `on_forgotten()` is called when the person has taken one of them away.
  constructor(on_forgotten) {
    this.#on_forgotten = on_forgotten;
    this.element = h('div', { class: 'composer-context', hidden: true });
  }

  clear() {
    this.edited = null;
    this.reply = null;
    this.file = null;
  }

  show() {
    const { edited, reply, file } = this;
    const rows = [];
    if (edited)
      rows.push(
        this.#row('edited', 'edit', 'Menyunting pesan', summary(edited), 'Batal menyunting'),
      );
    if (reply)
      rows.push(
        this.#row('reply', 'reply', `Membalas ${sender(reply)}`, summary(reply), 'Batal membalas'),
      );
    if (file) {
      const picture = file.tipe === 'photo' ? 'photo' : 'file';
      const size = size_text(file.file.size);
      rows.push(this.#row('file', picture, file.file.name, size, 'Lepas lampiran'));
    }
    this.element.replaceChildren(...rows);
    this.element.hidden = rows.length === 0;
  }

  // Takes the uppermost away. Returns false if there is none.
  forget_one() {
    const name = ['edited', 'reply', 'file'].find((one) => this[one]);
    if (name) this.#forget(name);
    return name !== undefined;
  }

  #forget(name) {
    this[name] = null;
    this.#on_forgotten();
  }

  #row(name, icon_name, title, text, close_label) {
    return h(
      'div',
      { class: 'context-row' },
      icon(icon_name),
      h('span', { class: 'context-text' }, h('strong', {}, title), h('span', {}, text)),
      h(
        'button',
        {
          class: 'icon-button',
          type: 'button',
          'aria-label': close_label,
          on: { click: () => this.#forget(name) },
        },
        icon('close'),
      ),
    );
  }
}
