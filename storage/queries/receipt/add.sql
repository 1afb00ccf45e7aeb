-- Adds receipts. Arrays: $1 instansi, $2 kode, $3 pegawai, $4 tindakan, $5 isi, $6 pada, $7 message id,
-- $8 conversation.
INSERT INTO receipt (instansi_id, kode, pegawai_id, tindakan, isi, pada, message_id, conversation_id)
SELECT instansi_id, kode, pegawai_id, tindakan, isi, pada, message_id, conversation_id
FROM unnest(
    $1::integer[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
    $8::bigint[]
) AS fresh (instansi_id, kode, pegawai_id, tindakan, isi, pada, message_id, conversation_id)
