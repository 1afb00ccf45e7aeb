// Short messages of the page itself, the bar about the connection, and the screen that stands in
// place of the phones when there is nothing to show.

import { h, icon } from './dom.js';

const SHOWN_MS = 6_000;

const place = (id) => document.getElementById(id);

// `kind`: 'good' or 'bad'. The newest three are shown; each can be closed.
export function toast(sentence, kind = 'good') {
  const element = h(
    'div',
    { class: `toast toast-${kind}` },
    h('span', {}, sentence),
    h(
      'button',
      {
        class: 'icon-button',
        type: 'button',
        'aria-label': 'Tutup pemberitahuan',
        on: { click: () => element.remove() },
      },
      icon('close'),
    ),
  );
  const toasts = place('pemberitahuan');
  toasts.append(element);
  while (toasts.children.length > 3) toasts.firstElementChild.remove();
  setTimeout(() => element.remove(), SHOWN_MS);
}

// An empty sentence takes the bar away.
export function connection_bar(sentence, kind = 'bad') {
  const bar = place('sambungan');
  bar.textContent = sentence;
  bar.className = `connection${sentence ? ` connection-${kind}` : ''}`;
}

// Stands in place of the phones; `null` takes it away. `again` may be called by a button.
export function full_state(content) {
  const state = place('keadaan');
  document.body.classList.toggle('is-ready', content === null);
  state.hidden = content === null;
  if (content === null) return;
  const { title, sentence, command, is_busy, again } = content;
  state.replaceChildren(
    h(
      'div',
      { class: 'state-card' },
      is_busy ? h('span', { class: 'spinner', 'aria-hidden': 'true' }) : null,
      h('h2', {}, title),
      sentence ? h('p', {}, sentence) : null,
      command ? h('code', { class: 'command' }, command) : null,
      again
        ? h('button', { class: 'button', type: 'button', on: { click: again } }, 'Coba lagi')
        : null,
    ),
  );
}
