// A box of the side column, with a heading that names it.

import { h } from './dom.js';

export function panel(id, title, ...content) {
  return h(
    'section',
    { class: 'panel', id, 'aria-labelledby': `${id}-judul` },
    h('h2', { id: `${id}-judul` }, title),
    ...content,
  );
}
