// Who is whose superior, as a small tree to choose a person from.

import { h, icon } from './dom.js';

export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? words.at(-1)[0] : '')).toUpperCase();
}

// The round picture of a person: always the same colour for the same address.
export function avatar(person) {
  let sum = 0;
  for (const character of person.nip) sum = (sum * 31 + character.charCodeAt(0)) % 997;
  return h(
    'span',
    { class: `avatar hue-${sum % 6}`, 'aria-hidden': 'true' },
    initials(person.nama),
  );
}

export function unread_badge(count) {
  if (count === 0) return null;
  return h(
    'span',
    { class: 'badge' },
    count > 99 ? '99+' : String(count),
    h('span', { class: 'unseen' }, ' pesan belum dibaca'),
  );
}

// What stands above a phone: its person, whose subordinate he is, and that he can be changed.
export function owner_parts(person, superior, others_unread) {
  const below = superior ? `Atasan: ${superior.nama}` : 'Tanpa atasan di data contoh';
  const badge = h(
    'span',
    { class: 'badge badge-quiet', title: 'Belum dibaca di ponsel lain' },
    String(others_unread),
    h('span', { class: 'unseen' }, ' belum dibaca di ponsel lain'),
  );
  return [
    avatar(person),
    h(
      'span',
      { class: 'owner-text' },
      h('span', { class: 'owner-name' }, person.nama),
      h('span', { class: 'owner-post' }, person.jabatan),
      h('span', { class: 'owner-superior' }, below),
    ),
    ...(others_unread > 0 ? [badge] : []),
    h(
      'span',
      { class: 'owner-change' },
      h('span', {}, 'Ganti'),
      h('span', { class: 'unseen' }, ' orang'),
      icon('down'),
    ),
  ];
}

function person_button(person, context) {
  const where = context.where(person.alamat);
  const is_here = where === context.phone;
  return h(
    'button',
    {
      class: 'person',
      type: 'button',
      'data-alamat': person.alamat,
      'aria-current': is_here ? 'true' : null,
      on: { click: () => context.choose(person) },
    },
    avatar(person),
    h(
      'span',
      { class: 'person-text' },
      h('span', { class: 'person-name' }, person.nama),
      h('span', { class: 'person-post' }, person.jabatan),
    ),
    where ? h('span', { class: 'person-where' }, is_here ? 'ponsel ini' : `ponsel ${where}`) : null,
    person.terhubung ? null : h('span', { class: 'person-where' }, 'belum terhubung'),
    unread_badge(context.unread(person.alamat)),
  );
}

function branch(people, superior, context, seen) {
  const members = people.filter((person) => person.atasan === superior && !seen.has(person.nip));
  if (members.length === 0) return null;
  for (const person of members) seen.add(person.nip);
  return h(
    'ul',
    { class: 'branch' },
    members.map((person) =>
      h('li', {}, person_button(person, context), branch(people, person.nip, context, seen)),
    ),
  );
}

// `context`: phone (number of the asking phone), where(alamat) -> number of the phone that shows the
// person or 0, unread(alamat), choose(person).
export function people_tree(people, context) {
  const known = new Set(people.map((person) => person.nip));
  const rooted = people.map((person) => ({
    ...person,
    atasan: known.has(person.atasan) ? person.atasan : null,
  }));
  const tree = h(
    'div',
    { class: 'tree', role: 'group', 'aria-label': 'Atasan dan bawahan' },
    branch(rooted, null, context, new Set()),
  );
  tree.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...tree.querySelectorAll('.person')];
    buttons[buttons.indexOf(document.activeElement) + step]?.focus();
  });
  return tree;
}
