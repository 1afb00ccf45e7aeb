-- The first $1 persons, each with his superior and the phone that is his at $2: nip, nama, jabatan, unit,
-- the superior's nip (null: none), alamat, whether he is connected there, his number, instansi_id,
-- how many messages of the bot he has not read.
SELECT pegawai.nip, pegawai.nama, pegawai.jabatan, unit.nama, atasan.nip,
       'sim-' || pegawai.pegawai_id,
       EXISTS (
           SELECT
           FROM conversation
           JOIN alamat
             ON alamat.conversation_id = conversation.conversation_id
            AND alamat.instansi_id = pegawai.instansi_id
            AND alamat.pegawai_id = pegawai.pegawai_id
           WHERE conversation.instansi_id = 0
             AND conversation.channel = 'simulator'
             AND conversation.address = 'sim-' || pegawai.pegawai_id
             AND (alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > $2::timestamptz)
       ),
       coalesce(pegawai.telepon, ''), pegawai.instansi_id, coalesce(unread.messages, 0)
FROM pegawai
LEFT JOIN unit_kerja AS unit
  ON unit.instansi_id = pegawai.instansi_id
 AND unit.unit_id = pegawai.unit_id
LEFT JOIN pegawai AS atasan
  ON atasan.instansi_id = pegawai.instansi_id
 AND atasan.pegawai_id = pegawai.atasan_id
LEFT JOIN (
    SELECT alamat, count(*) AS messages
    FROM simulator_pesan
    WHERE instansi_id = 0
      AND dari = 'bot'
      AND status <> 'dibaca'
    GROUP BY alamat
) AS unread
  ON unread.alamat = 'sim-' || pegawai.pegawai_id
ORDER BY pegawai.instansi_id, pegawai.pegawai_id
LIMIT $1
