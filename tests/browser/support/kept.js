// What the database holds, as the tests ask for it.

// How often something was recorded for a person: every record writes a version and a receipt.
export async function recorded(world, name) {
  const row = await world.sql(`
    SELECT coalesce((SELECT sum(nilai) FROM realisasi WHERE realisasi.pegawai_id = pegawai.pegawai_id), 0)::float,
           (SELECT count(*) FROM receipt WHERE receipt.pegawai_id = pegawai.pegawai_id)
    FROM pegawai WHERE nama = '${name}'`);
  const [sum, receipts] = row.split('|').map(Number);
  return { sum, receipts };
}

// How many messages of the bot with that beginning lie in a person's simulated phone.
export function shown(world, name, beginning) {
  return world.number(`
    SELECT count(*) FROM simulator_pesan
    WHERE dari = 'bot' AND isi::jsonb->>'teks' LIKE '${beginning}%'
      AND alamat = (SELECT 'sim-' || pegawai_id FROM pegawai WHERE nama = '${name}')`);
}

// How many messages the bot still has to send, or events to handle.
export function open_work(world) {
  return world.number(`
    SELECT (SELECT count(*) FROM event WHERE state = 'open')
         + (SELECT count(*) FROM inbox WHERE state = 'new')
         + (SELECT count(*) FROM simulator_antar)`);
}
