// A window over the page. The browser's own dialog keeps the focus in it and closes it on Escape.

import { h, icon } from './dom.js';

// Shows `content` under `title` until it is closed; returns how to close it.
export function open_dialog(title, content, { kind = '' } = {}) {
  const close = () => dialog.close();
  const dialog = h(
    'dialog',
    { class: `dialog ${kind}`, 'aria-label': title },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', {}, title),
      h(
        'button',
        { class: 'icon-button', type: 'button', 'aria-label': 'Tutup', on: { click: close } },
        icon('close'),
      ),
    ),
    h('div', { class: 'dialog-body' }, content),
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
  return close;
}
