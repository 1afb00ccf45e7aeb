// The program's routes below /demo. Every failure becomes a Failure with one Indonesian sentence.

const SLOW_MS = 30_000;
// A message without an answer goes out again after these pauses.
const AGAIN_MS = [300, 1_000];

// `kind`: 'offline' (nobody answers), 'database', 'missing' (404), 'refused' (the person can do
// something about it) or 'broken'.
export class Failure extends Error {
  constructor(kind, sentence) {
    super(sentence);
    this.kind = kind;
  }
}

const SENTENCES = {
  offline: 'Program tidak menjawab. Halaman mencoba lagi sendiri.',
  database: 'Basis data tidak dapat dihubungi. Tunggu sebentar; yang sudah tersimpan tidak hilang.',
  missing:
    'Alamat ini tidak ada. Simulator hanya ada bila program dijalankan dengan: skpbot serve --demo',
  refused: 'Permintaan ditolak.',
  broken: 'Program menjawab dengan kesalahan. Coba sekali lagi.',
};

function kind_of(status) {
  if (status === 404) return 'missing';
  if (status === 503) return 'database';
  return status < 500 ? 'refused' : 'broken';
}

async function failure_of(response) {
  const kind = kind_of(response.status);
  let sentence = '';
  try {
    const answer = await response.json();
    if (typeof answer.error === 'string') sentence = answer.error;
  } catch {
    // Not JSON: the own sentence is used.
  }
  if (!sentence && response.status === 413)
    sentence = 'Berkas terlalu besar. Kirim berkas yang lebih kecil.';
  if (!sentence && response.status === 415)
    sentence = 'Jenis berkas ini tidak diterima. Kirim foto JPG atau PNG, atau PDF.';
  return new Failure(kind, sentence || SENTENCES[kind]);
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, {
      cache: 'no-store',
      signal: AbortSignal.timeout(SLOW_MS),
      ...options,
    });
  } catch {
    throw new Failure('offline', SENTENCES.offline);
  }
  if (!response.ok) throw await failure_of(response);
  try {
    return await response.json();
  } catch {
    return {};
  }
}

const post = (path, body) =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

// A mark for a message: the program takes one mark once, however often it comes.
export function fresh_key() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// For what may be asked twice: whether a lost request or a lost answer was the matter, nobody knows.
async function insist(act) {
  for (const pause of AGAIN_MS) {
    try {
      return await act();
    } catch (failure) {
      if (failure.kind !== 'offline') throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return act();
}

export const api = {
  state: () => ask('/demo/state'),
  messages: (alamat, { sebelum, banyak = 50 } = {}) => {
    const query = new URLSearchParams({ alamat, banyak: String(banyak) });
    if (sebelum) query.set('sebelum', sebelum);
    return ask(`/demo/messages?${query}`);
  },
  // `kunci` of these two: of fresh_key(), one for each message.
  send: (alamat, { teks, balasan, kunci }) =>
    insist(() => post('/demo/send', { alamat, teks, kunci, ...(balasan && { balasan }) })),
  edit: (alamat, { pesan, teks }) => post('/demo/edit', { alamat, pesan, teks }),
  press: (alamat, pesan, pegangan) => post('/demo/press', { alamat, pesan, pegangan }),
  react: (alamat, pesan, emoji) => post('/demo/react', { alamat, pesan, emoji }),
  contact: (alamat) => post('/demo/contact', { alamat }),
  read: (alamat) => post('/demo/read', { alamat }),
  look: (tampilan) => post('/demo/look', { tampilan }),
  clock: (now) => post('/demo/clock', { now }),
  fault: (jenis, detik) => post('/demo/fault', { jenis, ...(detik && { detik }) }),
  upload: (alamat, { file, tipe, teks, balasan, kunci }) => {
    const query = new URLSearchParams({ alamat, nama: file.name, tipe, keterangan: teks, kunci });
    if (balasan) query.set('balasan', balasan);
    return insist(() => ask(`/demo/upload?${query}`, { method: 'POST', body: file }));
  },
};
