// The first minute: three suggestions that tick off as they are done.

import { h, icon } from './dom.js';
import { panel } from './panel.js';

const KEY = 'skpbot-langkah-pertama';

// `act`: write(), to_superior(), to_ten_days(). The order does not matter.
export class Guide {
  #done;

  constructor(act) {
    this.#done = new Set(remembered());
    const steps = [
      ['tulis', 'Tulis: realisasi rhk 1 3 laporan', 'Isikan', act.write],
      ['atasan', 'Ganti ke atasan', 'Ganti', act.to_superior],
      ['jam', 'Majukan ke 10 hari kerja sebelum Batas', 'Majukan', act.to_ten_days],
    ];
    this.rows = steps.map(([name, text, label, go], index) =>
      h(
        'li',
        { class: 'step', 'data-langkah': name },
        h(
          'span',
          { class: 'step-mark' },
          h('span', { class: 'step-number', 'aria-hidden': 'true' }, String(index + 1)),
          icon('check'),
        ),
        h('span', { class: 'step-text' }, text, h('span', { class: 'unseen step-state' })),
        h(
          'button',
          { class: 'button', type: 'button', on: { click: go } },
          label,
          h('span', { class: 'unseen' }, `: ${text}`),
        ),
      ),
    );
    this.praise = h('p', { class: 'hint', role: 'status' });
    this.element = panel(
      'langkah',
      'Menit pertama',
      h('ol', { class: 'steps' }, this.rows),
      this.praise,
    );
    this.#show();
  }

  // Ticks off a suggestion: 'tulis', 'atasan' or 'jam'.
  done(name) {
    if (this.#done.has(name)) return;
    this.#done.add(name);
    try {
      sessionStorage.setItem(KEY, [...this.#done].join(' '));
    } catch {
      // A browser that keeps nothing forgets the ticks, nothing more.
    }
    this.#show();
  }

  #show() {
    for (const row of this.rows) {
      const is_done = this.#done.has(row.dataset.langkah);
      row.classList.toggle('is-done', is_done);
      row.querySelector('.step-state').textContent = is_done ? ' (selesai)' : '';
    }
    const left = this.rows.length - this.#done.size;
    this.praise.textContent =
      left === 0 ? 'Selesai. Sekarang coba panel gangguan: tidak ada pesan yang hilang.' : '';
  }
}

function remembered() {
  try {
    return (sessionStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
