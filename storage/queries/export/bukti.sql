-- A page of at most $3 rows of bukti.csv behind bukti ($1 instansi, $2 bukti): these two, the zone, the
-- columns. What was taken away, is not stored yet or was never stored is not there.
SELECT bukti.instansi_id, bukti.bukti_id, instansi.zona,
       pegawai.nip, skp.tahun, periode.nama, rhk.nomor, indikator.aspek, bukti.nama, bukti.tautan,
       bukti.sha256, bukti.pada
FROM bukti
JOIN instansi
  ON instansi.instansi_id = bukti.instansi_id
JOIN pegawai
  ON pegawai.instansi_id = bukti.instansi_id
 AND pegawai.pegawai_id = bukti.pegawai_id
JOIN periode
  ON periode.instansi_id = bukti.instansi_id
 AND periode.periode_id = bukti.periode_id
JOIN indikator
  ON indikator.instansi_id = bukti.instansi_id
 AND indikator.indikator_id = bukti.indikator_id
JOIN rhk
  ON rhk.instansi_id = indikator.instansi_id
 AND rhk.rhk_id = indikator.rhk_id
JOIN skp
  ON skp.instansi_id = rhk.instansi_id
 AND skp.skp_id = rhk.skp_id
WHERE (bukti.instansi_id, bukti.bukti_id) > ($1::integer, $2::bigint)
  AND bukti.status = 'ada'
  AND bukti.simpan = 'tersimpan'
ORDER BY bukti.instansi_id, bukti.bukti_id
LIMIT $3
