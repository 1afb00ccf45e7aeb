// On a narrow screen one part is shown at a time: a phone, or the controls.

import { h } from './dom.js';

export class Switcher {
  #stage = document.getElementById('panggung');
  #on_shown;
  part = '1';

  // `on_shown(part)` is told which part a person chose.
  constructor(on_shown) {
    this.#on_shown = on_shown;
    this.tabs = ['1', '2', 'kendali'].map((part) =>
      h('button', {
        class: 'tab',
        type: 'button',
        'data-bagian': part,
        on: { click: () => this.show(part) },
      }),
    );
    document.getElementById('pengalih').append(...this.tabs);
    this.#mark();
  }

  // part: '1', '2' or 'kendali'
  show(part) {
    this.part = part;
    this.#mark();
    this.#on_shown(part);
  }

  #mark() {
    this.#stage.dataset.bagian = this.part;
    for (const tab of this.tabs)
      tab.setAttribute('aria-pressed', String(tab.dataset.bagian === this.part));
  }

  // What the tabs say: the first names of who holds the phones, with what they have not read.
  label(texts) {
    this.tabs.forEach((tab, index) => tab.replaceChildren(...texts[index].filter(Boolean)));
  }
}
