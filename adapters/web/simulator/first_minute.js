// What ticks off the suggestions of the first minute, and what their buttons do.

import { Guide } from './guide.js';
import { toast } from './notice.js';

const LINE = 'realisasi rhk 1 3 laporan';
const TEN_DAYS = 10;

export class FirstMinute {
  #store;
  #holders;
  #recorded = null; // Who recorded a realisasi last.

  // `switcher` shows a part of a narrow screen, `clock` moves the demo's clock.
  constructor(store, holders, switcher, clock) {
    this.#store = store;
    this.#holders = holders;
    this.guide = new Guide({
      write: () => {
        switcher.show('1');
        holders.phones[0].composer.write(LINE);
      },
      to_superior: () => this.#to_superior(switcher),
      to_ten_days: () => clock.step('sepuluh_hari'),
    });
  }

  // A message of the bot came to a phone that is shown.
  saw(message, phone) {
    if (!/^Tercatat/.test(message.teks) || !/RHK \d+/.test(message.teks)) return;
    this.#recorded = phone.person;
    this.guide.done('tulis');
  }

  // Somebody used a phone: is it the one of the superior?
  used(phone) {
    const below = this.#recorded ?? this.#holders.phones[0].person;
    const superior = this.#store.superior_of(below);
    if (superior && phone.person?.nip === superior.nip) this.guide.done('atasan');
  }

  clock_moved() {
    const left = this.#store.state.batas?.hari_kerja;
    if (Number.isInteger(left) && left <= TEN_DAYS) this.guide.done('jam');
  }

  #to_superior(switcher) {
    const { phones, used } = this.#holders;
    const below = this.#recorded ?? (used ?? phones[0]).person;
    const superior = this.#store.superior_of(below) ?? this.#store.superior_of(phones[0].person);
    if (!superior) {
      toast('Orang ini tidak punya atasan di data contoh. Pilih orang lain lebih dahulu.', 'bad');
      return;
    }
    const shown = this.#holders.phone_of(superior.alamat);
    const phone = shown ?? phones[1];
    if (!shown) this.#holders.give(phone, superior);
    switcher.show(String(phone.number));
    phone.composer.field.focus();
  }
}
