-- The rows of skp.csv of at most $3 SKP behind SKP ($1 instansi, $2 number): these two, the zone, the
-- columns. An SKP or an RHK without indikator has a row too, with a null for its NIP: it only says how far
-- the page goes. The number of a linked RHK is that in the SKP of the superior.
WITH page AS (
    SELECT instansi_id, skp_id, pegawai_id, tahun, pendekatan, status
    FROM skp
    WHERE (instansi_id, skp_id) > ($1::integer, $2::bigint)
      AND nomor = 1
    ORDER BY instansi_id, skp_id
    LIMIT $3
)
SELECT page.instansi_id, page.skp_id, instansi.zona,
       CASE WHEN indikator.indikator_id IS NOT NULL THEN pegawai.nip END,
       page.tahun, page.pendekatan, page.status, rhk.nomor, rhk.jenis, rhk_atasan.nomor, rhk.teks,
       indikator.aspek, indikator.teks, indikator.target, indikator.satuan
FROM page
JOIN instansi
  ON instansi.instansi_id = page.instansi_id
JOIN pegawai
  ON pegawai.instansi_id = page.instansi_id
 AND pegawai.pegawai_id = page.pegawai_id
LEFT JOIN rhk
  ON rhk.instansi_id = page.instansi_id
 AND rhk.skp_id = page.skp_id
LEFT JOIN indikator
  ON indikator.instansi_id = rhk.instansi_id
 AND indikator.rhk_id = rhk.rhk_id
LEFT JOIN skp AS skp_atasan
  ON skp_atasan.instansi_id = page.instansi_id
 AND skp_atasan.pegawai_id = pegawai.atasan_id
 AND skp_atasan.tahun = page.tahun
 AND skp_atasan.nomor = 1
LEFT JOIN rhk AS rhk_atasan
  ON rhk_atasan.instansi_id = rhk.instansi_id
 AND rhk_atasan.rhk_id = rhk.rhk_atasan_id
 AND rhk_atasan.skp_id = skp_atasan.skp_id
ORDER BY page.instansi_id, page.skp_id, rhk.nomor, indikator.urut
