// What can be done with a message: the buttons beside the chosen one, and the same by key.

import { h, icon } from './dom.js';

function tool(name, icon_name, label, title, key) {
  return h(
    'button',
    {
      class: `tool tool-${name}`,
      type: 'button',
      'aria-label': label,
      title,
      'aria-keyshortcuts': key,
    },
    icon(icon_name),
  );
}

export class Tools {
  #can;
  #buttons;

  // `can`: {reply, like, edit}, each {is_for(message), act(message)}.
  constructor(can) {
    this.#can = can;
    this.#buttons = {
      reply: tool('reply', 'reply', 'Balas pesan ini', 'Balas (B)', 'B'),
      like: tool('like', 'like', 'Suka', 'Suka (S)', 'S'),
      edit: tool('edit', 'edit', 'Sunting pesan ini', 'Sunting (E)', 'E'),
    };
    this.element = h(
      'div',
      { class: 'tools', role: 'group', 'aria-label': 'Tindakan pesan' },
      Object.values(this.#buttons),
    );
  }

  // Puts them beside a message.
  show(element, message) {
    for (const [name, button] of Object.entries(this.#buttons)) {
      button.hidden = !this.#can[name].is_for(message);
      button.onclick = () => this.#can[name].act(message);
    }
    this.#buttons.like.setAttribute('aria-pressed', String(Boolean(message.reaksi)));
    element.querySelector('.message-body').append(this.element);
  }

  // A key pressed on a message.
  key(event, message) {
    const pressed = Object.entries(this.#buttons).find(
      ([, button]) => button.getAttribute('aria-keyshortcuts') === event.key.toUpperCase(),
    );
    const can = pressed && this.#can[pressed[0]];
    if (!can?.is_for(message)) return;
    event.preventDefault();
    can.act(message);
  }
}
