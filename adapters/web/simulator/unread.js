// The strip of those who wait with something unread, and the counts on the tabs of a narrow screen.

import { h } from './dom.js';
import { avatar, unread_badge } from './people.js';

const SHOWN = 4;

const first_name = (person) => person.nama.split(' ')[0];

function chip({ person, count }, choose) {
  return h(
    'button',
    {
      class: 'unread-chip',
      type: 'button',
      title: person.nama,
      on: { click: () => choose(person) },
    },
    avatar(person),
    h('span', {}, first_name(person)),
    unread_badge(count),
  );
}

// `choose(person)` is called for whose chip was pressed.
export function show_unread(store, holders, switcher, choose) {
  const waiting = holders.waiting();
  const place = document.getElementById('belum-dibaca');
  place.hidden = waiting.length === 0;
  place.replaceChildren(...waiting.slice(0, SHOWN).map((one) => chip(one, choose)));
  const held = holders.phones.filter((phone) => phone.person);
  for (const phone of held) phone.show_owner();
  switcher.label([
    ...held.map(({ person }) => [
      first_name(person),
      unread_badge(store.unread_count(person.alamat)),
    ]),
    ['Kendali'],
  ]);
}
