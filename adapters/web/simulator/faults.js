// Things that go wrong in real life, at the press of a button.

import { api } from './api.js';
import { h } from './dom.js';
import { toast } from './notice.js';
import { panel } from './panel.js';

// kind, label, what happens, seconds that are offered (none: not asked for)
const FAULTS = [
  ['ganda', 'Antar dua kali', 'Pesan berikutnya sampai dua kali.'],
  ['tukar', 'Tukar urutan', 'Dua pesan berikutnya sampai terbalik.'],
  ['tunda', 'Tunda', 'Pesan berikutnya sampai terlambat.', 5],
  ['jawaban_hilang', 'Jawaban hilang', 'Pesan bot tampil, tetapi jawaban platform tidak sampai.'],
  ['mati', 'Platform mati', 'Platform tidak menjawab bot.', 10],
  ['penuh', 'Terlalu banyak (429)', 'Platform meminta bot menunggu.', 5],
  ['bunuh', 'Matikan program', 'Berhenti mendadak setelah giliran berikutnya tersimpan.'],
  ['basis_data', 'Basis data mulai ulang', 'PostgreSQL dihentikan dan dijalankan lagi.'],
];

function row([kind, label, note, seconds]) {
  const id = `gangguan-${kind}`;
  const field = seconds
    ? h('input', {
        type: 'number',
        class: 'seconds',
        id: `${id}-detik`,
        min: '1',
        max: '120',
        value: String(seconds),
        required: true,
        'aria-label': `${label}: detik`,
      })
    : null;
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await api.fault(kind, field ? Number(field.value) : undefined);
      toast(`Gangguan dipasang: ${label.toLowerCase()}.`);
    } catch (failure) {
      toast(failure.message, 'bad');
    } finally {
      button.disabled = false;
    }
  };
  const button = h(
    'button',
    { class: 'button', type: 'submit', id, 'data-gangguan': kind },
    'Pasang',
    h('span', { class: 'unseen' }, `: ${label}`),
  );
  return h(
    'form',
    { class: 'fault', on: { submit } },
    h(
      'div',
      { class: 'fault-text' },
      h('span', { class: 'fault-label' }, label),
      h('span', { class: 'fault-note' }, note),
    ),
    field ? h('span', { class: 'fault-seconds' }, field, ' detik') : null,
    button,
  );
}

export function faults_panel() {
  return panel(
    'gangguan',
    'Gangguan',
    h(
      'p',
      { class: 'hint' },
      'Tidak ada yang hilang dan tidak ada yang ganda. Catatan di bawah menunjukkan sebabnya.',
    ),
    ...FAULTS.map(row),
  );
}
