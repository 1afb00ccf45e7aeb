// Whether the phones look like Telegram or like WhatsApp; the program then keeps that one's limits.

import { api } from './api.js';
import { h } from './dom.js';
import { toast } from './notice.js';
import { panel } from './panel.js';

const LOOKS = [
  ['telegram', 'Telegram', 'Tombol di bawah pesan, pesan dapat disunting.'],
  ['whatsapp', 'WhatsApp', 'Paling banyak 3 tombol, daftar, jendela 24 jam, dan templat.'],
];

export class Look {
  #store;

  constructor(store) {
    this.#store = store;
    this.note = h('p', { class: 'hint' });
    this.choices = LOOKS.map(([value, name]) => {
      const input = h('input', {
        type: 'radio',
        name: 'tampilan',
        value,
        id: `tampilan-${value}`,
        on: { change: () => this.#choose(value) },
      });
      return h('span', { class: 'choice' }, input, h('label', { for: input.id }, name));
    });
    this.element = panel(
      'tampilan',
      'Tampilan ponsel',
      h(
        'div',
        { class: 'choices', role: 'radiogroup', 'aria-labelledby': 'tampilan-judul' },
        this.choices,
      ),
      this.note,
    );
  }

  show() {
    const { tampilan } = this.#store.state;
    document.documentElement.dataset.look = tampilan;
    for (const choice of this.choices)
      choice.firstChild.checked = choice.firstChild.value === tampilan;
    this.note.textContent = LOOKS.find(([value]) => value === tampilan)?.[2] ?? '';
  }

  async #choose(value) {
    try {
      await api.look(value);
      this.#store.take_state(await api.state());
    } catch (failure) {
      this.show();
      toast(failure.message, 'bad');
    }
  }
}
