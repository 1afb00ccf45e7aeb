// One message as an element. Made anew whenever the message changes; what it can do is called back.

import { attachment } from './attachment.js';
import { h, icon } from './dom.js';
import { rich_text } from './richtext.js';
import { clock_text, day_text } from './time.js';

const TICKS = {
  terkirim: ['sent', 'Terkirim'],
  sampai: ['arrived', 'Sampai'],
  dibaca: ['arrived', 'Dibaca'],
};

// What a quotation of a message shows: its first line, or its file.
export function summary(message) {
  return message.teks.split('\n')[0] || message.berkas?.nama || 'Pesan';
}

export function sender(message) {
  return message.dari === 'bot' ? 'SKP Bot' : 'Anda';
}

function quotation(message, actions) {
  if (!message.balasan) return null;
  const quoted = actions.find(message.balasan);
  return h(
    'button',
    {
      class: 'quote',
      type: 'button',
      tabindex: '-1',
      on: { click: () => actions.jump(message.balasan) },
    },
    h('span', { class: 'unseen' }, 'Membalas '),
    h('span', { class: 'quote-who' }, quoted ? sender(quoted) : 'Pesan terdahulu'),
    h('span', { class: 'quote-text' }, quoted ? summary(quoted) : 'Tidak dimuat'),
  );
}

function ticks(message) {
  if (message.dari === 'bot') return null;
  const [name, label] = TICKS[message.status] ?? TICKS.terkirim;
  return h(
    'span',
    { class: `ticks ticks-${message.status}`, role: 'img', 'aria-label': label, title: label },
    icon(name),
  );
}

function foot(message) {
  return h(
    'span',
    { class: 'foot' },
    message.templat
      ? h(
          'span',
          { class: 'template', title: 'Pesan templat WhatsApp' },
          `Templat · ${message.templat}`,
        )
      : null,
    message.disunting ? h('span', {}, 'disunting') : null,
    h('time', { datetime: message.pada }, clock_text(message.pada)),
    ticks(message),
  );
}

function press_button(label, listener, icon_name) {
  return h(
    'button',
    { class: 'key', type: 'button', on: { click: listener } },
    icon_name ? icon(icon_name) : null,
    label,
  );
}

// Inline buttons, the opener of a list, and the request to share the contact.
function keys(message, actions) {
  const buttons = (message.tombol ?? []).map((button) =>
    press_button(button.label, (event) =>
      actions.press(message, button.pegangan, event.currentTarget),
    ),
  );
  if (message.daftar) {
    buttons.push(press_button(message.daftar.pembuka, () => actions.open_list(message), 'list'));
  }
  if (message.kontak) {
    buttons.push(
      press_button(
        'Bagikan kontak saya',
        (event) => actions.contact(event.currentTarget),
        'contact',
      ),
    );
  }
  if (buttons.length === 0) return null;
  return h('div', { class: 'keys', role: 'group', 'aria-label': 'Tombol pesan' }, buttons);
}

function reaction(message) {
  if (!message.reaksi) return null;
  const mark = message.reaksi === '👍' ? icon('like') : message.reaksi;
  return h(
    'span',
    { class: 'reaction', role: 'img', 'aria-label': `Reaksi ${message.reaksi}` },
    mark,
  );
}

// `previous` is the message above it, or null: a new day gets its heading.
export function bubble(message, previous, actions) {
  const is_new_day = !previous || day_text(previous.pada) !== day_text(message.pada);
  const follows = previous && !is_new_day && previous.dari === message.dari;
  const body = h(
    'div',
    { class: 'bubble', dir: 'auto' },
    h('span', { class: 'unseen' }, `${sender(message)}: `),
    quotation(message, actions),
    message.berkas ? attachment(message.berkas) : null,
    message.teks ? h('p', { class: 'text' }, rich_text(message.teks, message.entitas)) : null,
    foot(message),
    reaction(message),
  );
  return h(
    'li',
    {
      class: `message ${message.dari === 'bot' ? 'from-bot' : 'from-person'}${follows ? ' follows' : ''}${message.reaksi ? ' has-reaction' : ''}`,
      'data-id': message.id,
      tabindex: '-1',
    },
    is_new_day ? h('span', { class: 'day' }, day_text(message.pada)) : null,
    h('div', { class: 'message-body' }, body, keys(message, actions)),
  );
}
