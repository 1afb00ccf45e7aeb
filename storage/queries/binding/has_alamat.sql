-- Those of persons ($1 instansi, $2 pegawai) that have an address bound at $3: pegawai_id.
SELECT DISTINCT alamat.pegawai_id
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
JOIN alamat
  ON alamat.instansi_id = wanted.instansi_id
 AND alamat.pegawai_id = wanted.pegawai_id
WHERE alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > $3::timestamptz
