-- A page of at most $4 rows of realisasi.csv behind realisasi ($1 instansi, $2 indikator, $3 periode): these
-- three, the zone, the columns. What was taken back is not there. dicatat_pada is when the value was last
-- written, not when it was decided on.
SELECT realisasi.instansi_id, realisasi.indikator_id, realisasi.periode_id, instansi.zona,
       pegawai.nip, skp.tahun, periode.nama, rhk.nomor, indikator.aspek, realisasi.nilai,
       indikator.satuan, realisasi.sumber, realisasi.status,
       coalesce(dicatat.pada, realisasi.sejak)
FROM realisasi
JOIN instansi
  ON instansi.instansi_id = realisasi.instansi_id
JOIN pegawai
  ON pegawai.instansi_id = realisasi.instansi_id
 AND pegawai.pegawai_id = realisasi.pegawai_id
JOIN periode
  ON periode.instansi_id = realisasi.instansi_id
 AND periode.periode_id = realisasi.periode_id
JOIN indikator
  ON indikator.instansi_id = realisasi.instansi_id
 AND indikator.indikator_id = realisasi.indikator_id
JOIN rhk
  ON rhk.instansi_id = indikator.instansi_id
 AND rhk.rhk_id = indikator.rhk_id
JOIN skp
  ON skp.instansi_id = rhk.instansi_id
 AND skp.skp_id = rhk.skp_id
LEFT JOIN LATERAL (
    SELECT realisasi_versi.pada
    FROM realisasi_versi
    WHERE realisasi_versi.instansi_id = realisasi.instansi_id
      AND realisasi_versi.indikator_id = realisasi.indikator_id
      AND realisasi_versi.periode_id = realisasi.periode_id
      AND realisasi_versi.status = 'tercatat'
    ORDER BY realisasi_versi.versi DESC
    LIMIT 1
) AS dicatat ON true
WHERE (realisasi.instansi_id, realisasi.indikator_id, realisasi.periode_id)
    > ($1::integer, $2::bigint, $3::bigint)
  AND realisasi.status <> 'ditarik'
ORDER BY realisasi.instansi_id, realisasi.indikator_id, realisasi.periode_id
LIMIT $4
