-- The realisasi that persons recorded by one message each: $1 instansi, $2 pegawai, $3 conversation,
-- $4 message id. What was taken back is not there.
SELECT receipt.instansi_id, receipt.pegawai_id, receipt.kode, receipt.tindakan, receipt.isi,
       receipt.pada, receipt.message_id, receipt.batal_oleh, receipt.conversation_id
FROM unnest($1::integer[], $2::bigint[], $3::bigint[], $4::text[])
    AS wanted (instansi_id, pegawai_id, conversation_id, message_id)
JOIN receipt
  ON receipt.instansi_id = wanted.instansi_id
 AND receipt.pegawai_id = wanted.pegawai_id
 AND receipt.conversation_id = wanted.conversation_id
 AND receipt.message_id = wanted.message_id
WHERE receipt.tindakan = 'isi_realisasi'
  AND receipt.batal_oleh IS NULL
