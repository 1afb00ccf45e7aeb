-- For each of conversations $1 the receipt by which its person let it go after $2, if that was not taken
-- back: the columns of receipt/of_messages.
SELECT DISTINCT ON (receipt.conversation_id)
       receipt.instansi_id, receipt.pegawai_id, receipt.kode, receipt.tindakan, receipt.isi,
       receipt.pada, receipt.message_id, receipt.batal_oleh, receipt.conversation_id
FROM alamat
JOIN receipt
  ON receipt.instansi_id = alamat.instansi_id
 AND receipt.pegawai_id = alamat.pegawai_id
 AND receipt.pada = alamat.berakhir_pada
 AND receipt.conversation_id = alamat.conversation_id
WHERE alamat.conversation_id = ANY ($1::bigint[])
  AND alamat.berakhir_pada > $2::timestamptz
  AND receipt.tindakan = 'lepas_alamat'
  AND receipt.batal_oleh IS NULL
ORDER BY receipt.conversation_id, receipt.pada DESC
