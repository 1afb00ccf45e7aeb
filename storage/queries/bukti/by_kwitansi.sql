-- What receipts ($1 instansi, $2 kode) did to evidence: instansi, receipt, the version it made, whose it
-- is, the columns of the evidence as it is now.
SELECT done.instansi_id, done.kwitansi, done.versi, bukti.pegawai_id, bukti.bukti_id, bukti.indikator_id, bukti.periode_id,
       bukti.nomor, bukti.nama, bukti.tautan, bukti.sha256, bukti.tipe, bukti.ukuran, bukti.status,
       bukti.simpan, bukti.versi, bukti.pada, bukti.kwitansi, bukti.album
FROM unnest($1::integer[], $2::text[]) AS wanted (instansi_id, kode)
JOIN bukti_versi AS done
  ON done.instansi_id = wanted.instansi_id
 AND done.kwitansi = wanted.kode
JOIN bukti
  ON bukti.instansi_id = done.instansi_id
 AND bukti.bukti_id = done.bukti_id
ORDER BY bukti.bukti_id
