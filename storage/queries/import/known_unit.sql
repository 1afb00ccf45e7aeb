-- Those of the units ($1 kode of the instansi, $2 kode) that there are: the same two.
SELECT wanted.instansi, wanted.kode
FROM unnest($1::text[], $2::text[]) AS wanted (instansi, kode)
JOIN instansi
  ON instansi.kode = wanted.instansi
JOIN unit_kerja
  ON unit_kerja.instansi_id = instansi.instansi_id
 AND unit_kerja.kode = wanted.kode
