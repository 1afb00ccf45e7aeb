-- Binds conversations to persons. Arrays: $1 instansi, $2 pegawai, $3 conversation, $4 pada, $5 may
-- decide from. Addresses bound before stay for 24 hours: their conversations come back.
WITH fresh AS (
    SELECT instansi_id, pegawai_id, conversation_id, pada, memutus
    FROM unnest($1::integer[], $2::bigint[], $3::bigint[], $4::timestamptz[], $5::timestamptz[])
        AS fresh (instansi_id, pegawai_id, conversation_id, pada, memutus)
),
ended AS (
    UPDATE alamat
    SET berakhir_pada = fresh.pada + interval '24 hours'
    FROM fresh
    WHERE alamat.instansi_id = fresh.instansi_id
      AND alamat.pegawai_id = fresh.pegawai_id
      AND alamat.berakhir_pada IS NULL
    RETURNING alamat.instansi_id, alamat.pegawai_id, alamat.conversation_id
),
added AS (
    INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, boleh_memutus_sejak)
    SELECT fresh.instansi_id, fresh.pegawai_id, fresh.conversation_id, fresh.pada, fresh.memutus
    FROM fresh
)
SELECT instansi_id, pegawai_id, conversation_id FROM ended
