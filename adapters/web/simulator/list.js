// The list of a WhatsApp message: a sheet of rows to choose one from.

import { open_dialog } from './dialog.js';
import { h } from './dom.js';

// `choose(handle)` is called once, for the row that was pressed.
export function open_list({ pembuka, baris }, choose) {
  const rows = baris.map(({ label, keterangan, pegangan }) =>
    h(
      'button',
      {
        class: 'list-row',
        type: 'button',
        on: {
          click: () => {
            close();
            choose(pegangan);
          },
        },
      },
      h('span', { class: 'list-label' }, label),
      keterangan ? h('span', { class: 'list-note' }, keterangan) : null,
    ),
  );
  const close = open_dialog(pembuka, h('div', { class: 'list-rows' }, rows), {
    kind: 'dialog-list',
  });
}
