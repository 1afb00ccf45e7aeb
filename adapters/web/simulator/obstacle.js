// Why the phones cannot be shown, each reason in a sentence of its own.

// What full_state() shows in place of the phones; null if there is nothing in the way. `again` tries
// once more.
export function obstacle(state, failure, again) {
  if (failure?.kind === 'missing') {
    return {
      title: 'Simulator tidak aktif',
      sentence: 'Program berjalan tanpa mode demo. Hentikan program, lalu jalankan:',
      command: 'skpbot serve --demo',
      again,
    };
  }
  if (failure?.kind === 'database') {
    return {
      title: 'Basis data tidak dapat dihubungi',
      sentence: `${failure.message} Halaman mencoba lagi sendiri.`,
      is_busy: true,
      again,
    };
  }
  if (failure?.kind === 'offline') {
    return {
      title: 'Program tidak berjalan',
      sentence: 'Program tidak menjawab. Jalankan perintah ini; halaman menyambung sendiri:',
      command: 'bash bot/demo.sh',
      is_busy: true,
      again,
    };
  }
  if (failure) return { title: 'Simulator tidak dapat dimuat', sentence: failure.message, again };
  if (state.orang.length === 0) {
    return {
      title: 'Belum ada data contoh',
      sentence: 'Basis data ini kosong. Impor data contoh, lalu coba lagi:',
      command: 'skpbot import bot/demo',
      again,
    };
  }
  return null;
}
