// What happened in the program, newest first.

import { h } from './dom.js';
import { panel } from './panel.js';
import { clock_text } from './time.js';

const KINDS = {
  diterima: 'Diterima',
  disimpan: 'Disimpan',
  giliran: 'Giliran',
  dikirim: 'Dikirim',
  diulang: 'Diulang',
  gangguan: 'Gangguan',
};
const SHOWN = 60;

export class Log {
  #store;

  constructor(store) {
    this.#store = store;
    this.list = h('ol', {
      class: 'log',
      tabindex: '0',
      'aria-label': 'Catatan kejadian, terbaru di atas',
    });
    this.empty = h(
      'p',
      { class: 'hint' },
      'Belum ada kejadian. Kirim pesan dari salah satu ponsel.',
    );
    this.element = panel('catatan', 'Catatan', this.empty, this.list);
    this.list.hidden = true;
  }

  add(entry) {
    this.empty.hidden = true;
    this.list.hidden = false;
    const person = entry.alamat ? this.#store.person(entry.alamat) : null;
    this.list.prepend(
      h(
        'li',
        { class: `log-entry log-${entry.jenis}` },
        h('time', { datetime: entry.pada }, clock_text(entry.pada)),
        h('span', { class: 'log-kind' }, KINDS[entry.jenis] ?? entry.jenis),
        h(
          'span',
          { class: 'log-text' },
          person ? `${person.nama.split(' ')[0]}: ` : null,
          entry.teks,
        ),
      ),
    );
    while (this.list.children.length > SHOWN) this.list.lastElementChild.remove();
  }
}
