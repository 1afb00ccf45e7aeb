// The clock of the demo: what it says, and buttons that move it forward.

import { api } from './api.js';
import { h } from './dom.js';
import { toast } from './notice.js';
import { panel } from './panel.js';
import { clock_text, date_value, day_text, offset_of, running_ms } from './time.js';

const STEPS = [
  ['jam', '+1 jam', 'Tidak ada jam berikutnya.'],
  ['hari_kerja', '+1 hari kerja', 'Tidak ada hari kerja berikutnya di kalender.'],
  ['batas', 'Ke Batas berikutnya', 'Tidak ada Batas yang akan datang.'],
];

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

export class Clock {
  #store;
  #busy = false;

  constructor(store) {
    this.#store = store;
    this.short_day = h('span');
    this.short_time = h('span');
    document.getElementById('jam-ringkas').append(this.short_day, this.short_time);
    this.time = h('p', { class: 'clock-time' });
    this.day = h('p', { class: 'clock-day' });
    this.deadline = h('p', { class: 'clock-deadline' });
    this.buttons = STEPS.map(([name, label]) =>
      h(
        'button',
        {
          class: 'button',
          type: 'button',
          'data-langkah': name,
          on: { click: () => this.step(name) },
        },
        label,
      ),
    );
    this.date = h('input', { type: 'date', id: 'jam-tanggal', required: true });
    this.hour = h(
      'select',
      { id: 'jam-pukul' },
      HOURS.map((hour) => h('option', { value: hour, selected: hour === '08' }, `${hour}.00`)),
    );
    this.element = panel(
      'jam',
      'Jam demo',
      h('div', { class: 'clock-face' }, this.time, this.day, this.deadline),
      h('div', { class: 'button-row' }, this.buttons),
      h(
        'form',
        { class: 'clock-form', novalidate: true, on: { submit: (event) => this.#go(event) } },
        h('label', { for: 'jam-tanggal' }, 'Ke tanggal'),
        this.date,
        h('label', { class: 'unseen', for: 'jam-pukul' }, 'Pukul'),
        this.hour,
        h('button', { class: 'button', type: 'submit' }, 'Majukan'),
      ),
      h('p', { class: 'hint' }, 'Jam hanya dapat maju. Yang jatuh tempo muncul di ponsel.'),
    );
  }

  show() {
    const { state } = this.#store;
    const now = running_ms(this.#store);
    const offset = offset_of(state.now);
    const time = `${clock_text(now, offset)} ${state.zona}`;
    const day = day_text(now, offset);
    const deadline = state.batas
      ? `${state.batas.hari_kerja} hari kerja lagi ke Batas ${state.batas.periode} (${state.batas.tanggal})`
      : 'Tidak ada Batas yang akan datang.';
    for (const [element, text] of [
      [this.time, time],
      [this.day, day],
      [this.deadline, deadline],
      [this.short_day, day],
      [this.short_time, time],
    ]) {
      if (element.textContent !== text) element.textContent = text;
    }
    this.date.min = date_value(now, offset);
    if (this.date.value < this.date.min && document.activeElement !== this.date)
      this.date.value = this.date.min;
    for (const button of this.buttons)
      button.disabled = this.#busy || !state.langkah?.[button.dataset.langkah];
  }

  // Moves to one of the steps that the program names: 'jam', 'hari_kerja', 'batas', 'sepuluh_hari'.
  // The clock runs on, so the step is asked for anew.
  async step(name) {
    await this.#move(
      async () => {
        this.#store.take_state(await api.state());
        return this.#store.state.langkah?.[name] ?? null;
      },
      STEPS.find(([step]) => step === name)?.[2] ?? 'Saat itu sudah lewat.',
    );
  }

  async #go(event) {
    event.preventDefault();
    if (!this.date.value) {
      toast('Pilih tanggalnya lebih dahulu.', 'bad');
      return;
    }
    const time = `${this.date.value}T${this.hour.value}:00:00${offset_of(this.#store.state.now)}`;
    await this.#move(
      async () => (Date.parse(time) > running_ms(this.#store) ? time : null),
      'Saat itu sudah lewat. Jam demo hanya dapat maju; pilih tanggal atau pukul yang lebih lambat.',
    );
  }

  async #move(target, nowhere) {
    if (this.#busy) return;
    this.#set_busy(true);
    try {
      const time = await target();
      if (time === null) {
        toast(nowhere, 'bad');
        return;
      }
      await api.clock(time);
      this.#store.take_state(await api.state());
      toast(
        `Jam demo sekarang ${day_text(this.#store.state.now)}, pukul ${clock_text(this.#store.state.now)}.`,
      );
    } catch (failure) {
      toast(failure.message, 'bad');
    } finally {
      this.#set_busy(false);
    }
  }

  #set_busy(is_busy) {
    this.#busy = is_busy;
    this.element.setAttribute('aria-busy', String(is_busy));
    this.show();
  }
}
