-- Binds conversations to persons. Arrays: $1 instansi, $2 pegawai, $3 conversation, $4 pada, $5 may
-- decide from. Addresses bound before on the same channel stay for 24 hours, on others for good. Gives
-- the other conversations of these persons: instansi_id, pegawai_id, conversation_id, whether it ends.
WITH fresh AS (
    SELECT fresh.*, conversation.channel
    FROM unnest($1::integer[], $2::bigint[], $3::bigint[], $4::timestamptz[], $5::timestamptz[])
        AS fresh (instansi_id, pegawai_id, conversation_id, pada, memutus)
    JOIN conversation
      ON conversation.instansi_id = 0
     AND conversation.conversation_id = fresh.conversation_id
),
bound AS (
    SELECT alamat.instansi_id, alamat.alamat_id, alamat.pegawai_id, alamat.conversation_id, fresh.pada,
           conversation.channel = fresh.channel AS ends
    FROM fresh
    JOIN alamat
      ON alamat.instansi_id = fresh.instansi_id
     AND alamat.pegawai_id = fresh.pegawai_id
     AND alamat.berakhir_pada IS NULL
    JOIN conversation
      ON conversation.instansi_id = 0
     AND conversation.conversation_id = alamat.conversation_id
),
ended AS (
    UPDATE alamat
    SET berakhir_pada = bound.pada + interval '24 hours'
    FROM bound
    WHERE bound.ends
      AND alamat.instansi_id = bound.instansi_id
      AND alamat.alamat_id = bound.alamat_id
),
added AS (
    INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, boleh_memutus_sejak)
    SELECT fresh.instansi_id, fresh.pegawai_id, fresh.conversation_id, fresh.pada, fresh.memutus
    FROM fresh
)
SELECT instansi_id, pegawai_id, conversation_id, ends FROM bound
