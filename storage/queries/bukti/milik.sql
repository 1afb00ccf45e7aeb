-- The evidence of persons ($1 instansi, $2 pegawai), also what was taken away: whose, the columns of an
-- evidence.
SELECT bukti.pegawai_id, bukti.bukti_id, bukti.indikator_id, bukti.periode_id,
       bukti.nomor, bukti.nama, bukti.tautan, bukti.sha256, bukti.tipe, bukti.ukuran, bukti.status,
       bukti.simpan, bukti.versi, bukti.pada, bukti.kwitansi, bukti.album
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
JOIN bukti
  ON bukti.instansi_id = wanted.instansi_id
 AND bukti.pegawai_id = wanted.pegawai_id
ORDER BY bukti.bukti_id
