-- What those whom penilai ($1 instansi, $2 pegawai) judge have in the store: the penilai, the columns of
-- an evidence, whose it is, the number of the RHK, the period. The SKP says who judges, now.
SELECT wanted.pegawai_id, bukti.bukti_id, bukti.indikator_id, bukti.periode_id,
       bukti.nomor, bukti.nama, bukti.tautan, bukti.sha256, bukti.tipe, bukti.ukuran, bukti.status,
       bukti.simpan, bukti.versi, bukti.pada, bukti.kwitansi, bukti.album,
       pegawai.pegawai_id, pegawai.nama, rhk.nomor, periode.nama, periode.tahun, wanted.instansi_id
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
JOIN skp
  ON skp.instansi_id = wanted.instansi_id
 AND skp.penilai_id = wanted.pegawai_id
 AND skp.status <> 'draft'
JOIN pegawai
  ON pegawai.instansi_id = skp.instansi_id
 AND pegawai.pegawai_id = skp.pegawai_id
JOIN bukti
  ON bukti.instansi_id = skp.instansi_id
 AND bukti.pegawai_id = skp.pegawai_id
 AND bukti.status = 'ada'
 AND bukti.simpan = 'tersimpan'
JOIN indikator
  ON indikator.instansi_id = bukti.instansi_id
 AND indikator.indikator_id = bukti.indikator_id
JOIN rhk
  ON rhk.instansi_id = indikator.instansi_id
 AND rhk.rhk_id = indikator.rhk_id
 AND rhk.skp_id = skp.skp_id
JOIN periode
  ON periode.instansi_id = bukti.instansi_id
 AND periode.periode_id = bukti.periode_id
ORDER BY pegawai.nama, pegawai.pegawai_id, periode.awal, rhk.nomor, bukti.nomor
