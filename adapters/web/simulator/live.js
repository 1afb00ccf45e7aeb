// The live connection as the page sees it: what a person is told when it breaks and when it is back,
// and what is read anew then.

import { api } from './api.js';
import { connection_bar, toast } from './notice.js';
import { Stream } from './stream.js';

const LOST =
  'Sambungan ke program terputus. Halaman menyambung lagi sendiri; yang sudah terkirim tidak hilang.';
const NO_DATABASE =
  'Basis data tidak dapat dihubungi. Halaman mencoba lagi sendiri; yang sudah tersimpan tidak hilang.';

// After a break, and perhaps a restart: the state and what the phones show are read anew. Goes on
// from the last event, unless the program has begun to count anew.
async function catch_up(store, holders, cursor) {
  const state = await api.state();
  store.take_state(state);
  await Promise.all(holders.phones.map((phone) => store.load(phone.person.alamat)));
  return Number(state.cursor) < Number(cursor) ? state.cursor : cursor;
}

function take_event(store, kind, data, id) {
  if (kind === 'jam') store.take_state(data);
  else if (kind === 'catatan') store.take_log(data, id);
  else if (kind === 'mengetik') store.take_typing(data.alamat, data.menyala);
  else store.take_message(data);
}

export function follow(store, holders, cursor) {
  let was_lost = false;
  new Stream(cursor, {
    on_event: (kind, data, id) => take_event(store, kind, data, id),
    on_open: () => {
      connection_bar('');
      if (was_lost) toast('Tersambung lagi. Tidak ada pesan yang hilang.');
      was_lost = false;
    },
    on_lost: () => {
      was_lost = true;
      connection_bar(LOST);
    },
    on_back: async (last) => {
      try {
        return await catch_up(store, holders, last);
      } catch (failure) {
        connection_bar(failure.kind === 'database' ? NO_DATABASE : LOST);
        throw failure;
      }
    },
  });
}
