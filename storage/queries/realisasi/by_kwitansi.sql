-- What receipts ($1 instansi, $2 kode) did to realisasi: the version before (nulls if there was none), the
-- present version, whose it is, and the version that the receipt made.
SELECT done.instansi_id, done.kwitansi, done.indikator_id, done.periode_id, done.versi,
       before.nilai, before.sumber, before.status,
       realisasi.nilai, realisasi.sumber, realisasi.status, realisasi.versi, realisasi.sejak,
       realisasi.pegawai_id, before.keterangan, realisasi.keterangan,
       done.nilai, done.sumber, done.keterangan, done.status, done.pada
FROM unnest($1::integer[], $2::text[]) AS wanted (instansi_id, kode)
JOIN realisasi_versi AS done
  ON done.instansi_id = wanted.instansi_id
 AND done.kwitansi = wanted.kode
JOIN realisasi
  ON realisasi.instansi_id = done.instansi_id
 AND realisasi.indikator_id = done.indikator_id
 AND realisasi.periode_id = done.periode_id
LEFT JOIN realisasi_versi AS before
  ON before.instansi_id = done.instansi_id
 AND before.indikator_id = done.indikator_id
 AND before.periode_id = done.periode_id
 AND before.versi = done.versi - 1
ORDER BY done.indikator_id, done.periode_id
