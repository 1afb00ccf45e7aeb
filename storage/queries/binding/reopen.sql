-- Bindings that ended at a moment ($1 instansi, $2 pegawai, $3 conversation, $4 end) go on, as if they
-- had not; with a newer address of the person on the same channel they have what is left of its 24
-- hours.
UPDATE alamat
SET berakhir_pada = (
        SELECT min(newer.terikat_pada) + interval '24 hours'
        FROM alamat AS newer
        JOIN conversation AS there
          ON there.instansi_id = 0
         AND there.conversation_id = newer.conversation_id
        JOIN conversation AS here
          ON here.instansi_id = 0
         AND here.conversation_id = alamat.conversation_id
         AND here.channel = there.channel
        WHERE newer.instansi_id = alamat.instansi_id
          AND newer.pegawai_id = alamat.pegawai_id
          AND newer.alamat_id > alamat.alamat_id
          AND (newer.berakhir_pada IS NULL OR newer.berakhir_pada > alamat.berakhir_pada)
    )
FROM unnest($1::integer[], $2::bigint[], $3::bigint[], $4::timestamptz[])
    AS reopened (instansi_id, pegawai_id, conversation_id, ended_at)
WHERE alamat.instansi_id = reopened.instansi_id
  AND alamat.pegawai_id = reopened.pegawai_id
  AND alamat.conversation_id = reopened.conversation_id
  AND alamat.berakhir_pada = reopened.ended_at
