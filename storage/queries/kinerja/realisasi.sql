-- The realisasi of persons ($1 instansi, $2 pegawai), all periods.
SELECT realisasi.pegawai_id, realisasi.indikator_id, realisasi.periode_id, realisasi.nilai,
       realisasi.sumber, realisasi.status, realisasi.versi, realisasi.sejak, realisasi.keterangan
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
JOIN realisasi
  ON realisasi.instansi_id = wanted.instansi_id
 AND realisasi.pegawai_id = wanted.pegawai_id
