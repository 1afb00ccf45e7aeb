-- Where persons ($1 instansi, $2 pegawai) can be written to at the time $3: of the bound
-- conversations of each that are not gone, the one that costs nothing first, then the oldest.
SELECT DISTINCT ON (alamat.instansi_id, alamat.pegawai_id)
       alamat.instansi_id, alamat.pegawai_id, alamat.conversation_id
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
JOIN alamat
  ON alamat.instansi_id = wanted.instansi_id
 AND alamat.pegawai_id = wanted.pegawai_id
JOIN conversation
  ON conversation.instansi_id = 0
 AND conversation.conversation_id = alamat.conversation_id
JOIN lane
  ON lane.instansi_id = 0
 AND lane.conversation_id = alamat.conversation_id
WHERE alamat.berakhir_pada IS NULL
  AND lane.gone_at IS NULL
  AND alamat.terikat_pada <= $3::timestamptz
ORDER BY alamat.instansi_id, alamat.pegawai_id, conversation.channel = 'whatsapp', alamat.terikat_pada,
         alamat.alamat_id
