-- The items of digests ($1 instansi, $2 digest): what was shown, what is now, whose it is, and
-- how many evidences are in the store.
SELECT digest.instansi_id, digest.penilai_id, digest.digest_id, item.nomor, item.versi,
       realisasi.indikator_id, realisasi.periode_id, realisasi.nilai, realisasi.sumber,
       realisasi.status, realisasi.versi, realisasi.sejak,
       pegawai.pegawai_id, pegawai.nama, skp.penilai_id, rhk.nomor, indikator.satuan, periode.nama,
       periode.tahun, shown.nilai, shown.sumber, shown.keterangan,
       (
           SELECT count(*)
           FROM bukti
           WHERE bukti.instansi_id = realisasi.instansi_id
             AND bukti.indikator_id = realisasi.indikator_id
             AND bukti.periode_id = realisasi.periode_id
             AND bukti.status = 'ada'
             AND bukti.simpan = 'tersimpan'
       )
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, digest_id)
JOIN digest
  ON digest.instansi_id = wanted.instansi_id
 AND digest.digest_id = wanted.digest_id
JOIN digest_butir AS item
  ON item.instansi_id = digest.instansi_id
 AND item.digest_id = digest.digest_id
JOIN realisasi
  ON realisasi.instansi_id = item.instansi_id
 AND realisasi.indikator_id = item.indikator_id
 AND realisasi.periode_id = item.periode_id
JOIN realisasi_versi AS shown
  ON shown.instansi_id = item.instansi_id
 AND shown.indikator_id = item.indikator_id
 AND shown.periode_id = item.periode_id
 AND shown.versi = item.versi
JOIN indikator
  ON indikator.instansi_id = item.instansi_id
 AND indikator.indikator_id = item.indikator_id
JOIN rhk
  ON rhk.instansi_id = indikator.instansi_id
 AND rhk.rhk_id = indikator.rhk_id
JOIN skp
  ON skp.instansi_id = rhk.instansi_id
 AND skp.skp_id = rhk.skp_id
JOIN pegawai
  ON pegawai.instansi_id = skp.instansi_id
 AND pegawai.pegawai_id = skp.pegawai_id
JOIN periode
  ON periode.instansi_id = item.instansi_id
 AND periode.periode_id = item.periode_id
ORDER BY digest.digest_id, item.nomor
