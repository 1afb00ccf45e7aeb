-- Everything of the SKP of persons ($1 instansi, $2 pegawai): a row per indikator (nulls where an SKP
-- or an RHK has none), ordered as it is shown.
SELECT skp.pegawai_id, skp.skp_id, skp.tahun, skp.nomor, skp.pendekatan, skp.status, skp.penilai_id,
       rhk.nomor, rhk.jenis, rhk.teks,
       indikator.indikator_id, indikator.aspek, indikator.teks, indikator.target, indikator.satuan,
       indikator.agregasi
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
JOIN skp
  ON skp.instansi_id = wanted.instansi_id
 AND skp.pegawai_id = wanted.pegawai_id
LEFT JOIN rhk
  ON rhk.instansi_id = skp.instansi_id
 AND rhk.skp_id = skp.skp_id
LEFT JOIN indikator
  ON indikator.instansi_id = rhk.instansi_id
 AND indikator.rhk_id = rhk.rhk_id
ORDER BY skp.pegawai_id, skp.tahun, skp.nomor, rhk.nomor, indikator.urut
