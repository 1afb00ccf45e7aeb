// Tells a screen reader what the bot sent, each message once.

import { h } from './dom.js';

const KEPT = 5;

export class Announcer {
  #said = new Set();
  #region = document.getElementById('pengumuman');

  say(message, person) {
    if (this.#said.has(message.id)) return;
    this.#said.add(message.id);
    const buttons = (message.tombol ?? []).map((button) => button.label).join(', ');
    const text = `SKP Bot kepada ${person.nama}: ${message.teks}${buttons ? `. Tombol: ${buttons}` : ''}`;
    this.#region.append(h('p', {}, text));
    while (this.#region.children.length > KEPT) this.#region.firstElementChild.remove();
  }
}
