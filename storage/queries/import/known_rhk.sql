-- Those of the RHK ($1 nip, $2 year, $3 number) that there are: the same three.
SELECT wanted.nip, wanted.tahun, wanted.nomor
FROM unnest($1::text[], $2::integer[], $3::integer[]) AS wanted (nip, tahun, nomor)
JOIN pegawai
  ON pegawai.nip = wanted.nip
JOIN skp
  ON skp.instansi_id = pegawai.instansi_id
 AND skp.pegawai_id = pegawai.pegawai_id
 AND skp.tahun = wanted.tahun
 AND skp.nomor = 1
JOIN rhk
  ON rhk.instansi_id = skp.instansi_id
 AND rhk.skp_id = skp.skp_id
 AND rhk.nomor = wanted.nomor
