-- Realisasi that wait for a decision of penilai ($1 instansi, $2 pegawai), oldest first; the columns of
-- digest/butir without digest.
SELECT skp.instansi_id, skp.penilai_id, 0, 0, realisasi.versi,
       realisasi.indikator_id, realisasi.periode_id, realisasi.nilai, realisasi.sumber,
       realisasi.status, realisasi.versi, realisasi.sejak,
       pegawai.pegawai_id, pegawai.nama, skp.penilai_id, rhk.nomor, indikator.satuan, periode.nama,
       periode.tahun, realisasi.nilai, realisasi.sumber, realisasi.keterangan,
       (
           SELECT count(*)
           FROM bukti
           WHERE bukti.instansi_id = realisasi.instansi_id
             AND bukti.indikator_id = realisasi.indikator_id
             AND bukti.periode_id = realisasi.periode_id
             AND bukti.status = 'ada'
             AND bukti.simpan = 'tersimpan'
       )
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
JOIN skp
  ON skp.instansi_id = wanted.instansi_id
 AND skp.penilai_id = wanted.pegawai_id
 AND skp.status = 'persetujuan'
JOIN pegawai
  ON pegawai.instansi_id = skp.instansi_id
 AND pegawai.pegawai_id = skp.pegawai_id
JOIN realisasi
  ON realisasi.instansi_id = skp.instansi_id
 AND realisasi.pegawai_id = skp.pegawai_id
 AND realisasi.status = 'diajukan'
JOIN indikator
  ON indikator.instansi_id = realisasi.instansi_id
 AND indikator.indikator_id = realisasi.indikator_id
JOIN rhk
  ON rhk.instansi_id = indikator.instansi_id
 AND rhk.rhk_id = indikator.rhk_id
 AND rhk.skp_id = skp.skp_id
JOIN periode
  ON periode.instansi_id = realisasi.instansi_id
 AND periode.periode_id = realisasi.periode_id
ORDER BY periode.batas, realisasi.sejak, realisasi.indikator_id, realisasi.periode_id
