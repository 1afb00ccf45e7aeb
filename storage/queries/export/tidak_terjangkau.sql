-- A page of at most $3 rows of tidak_terjangkau.csv behind person ($1 instansi, $2 number): these two,
-- the zone, the columns. Somebody is there if he is bound and none of his chats can be written to; what
-- waits is what he gets as soon as he writes again.
SELECT person.instansi_id, person.pegawai_id, instansi.zona,
       pegawai.nip, unit_kerja.kode, person.kanal, person.sejak,
       (
           SELECT count(*)
           FROM outbox
           WHERE outbox.instansi_id = 0
             AND outbox.conversation_id = ANY (person.conversation_ids)
             AND outbox.state = 'held'
       )
FROM (
    SELECT alamat.instansi_id, alamat.pegawai_id,
           string_agg(DISTINCT conversation.channel, ' ' ORDER BY conversation.channel) AS kanal,
           max(lane.gone_at) AS sejak,
           array_agg(alamat.conversation_id) AS conversation_ids
    FROM alamat
    JOIN conversation
      ON conversation.instansi_id = 0
     AND conversation.conversation_id = alamat.conversation_id
    JOIN lane
      ON lane.instansi_id = 0
     AND lane.conversation_id = alamat.conversation_id
    WHERE (alamat.instansi_id, alamat.pegawai_id) > ($1::integer, $2::bigint)
      AND alamat.berakhir_pada IS NULL
    GROUP BY alamat.instansi_id, alamat.pegawai_id
    HAVING bool_and(lane.gone_at IS NOT NULL)
    ORDER BY alamat.instansi_id, alamat.pegawai_id
    LIMIT $3
) AS person
JOIN instansi
  ON instansi.instansi_id = person.instansi_id
JOIN pegawai
  ON pegawai.instansi_id = person.instansi_id
 AND pegawai.pegawai_id = person.pegawai_id
JOIN unit_kerja
  ON unit_kerja.instansi_id = pegawai.instansi_id
 AND unit_kerja.unit_id = pegawai.unit_id
ORDER BY person.instansi_id, person.pegawai_id
