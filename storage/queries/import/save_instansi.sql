-- Adds instansi and changes those that differ. Arrays: $1 kode, $2 nama, $3 zona, $4 hari_kerja. A row
-- that is already so is not even locked.
INSERT INTO instansi (kode, nama, zona, hari_kerja)
SELECT fresh.kode, fresh.nama, fresh.zona, fresh.hari_kerja
FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[])
    WITH ORDINALITY AS fresh (kode, nama, zona, hari_kerja, position)
LEFT JOIN instansi AS known
  ON known.kode = fresh.kode
WHERE (known.nama, known.zona, known.hari_kerja)
    IS DISTINCT FROM (fresh.nama, fresh.zona, fresh.hari_kerja)
ORDER BY fresh.position
ON CONFLICT ON CONSTRAINT instansi_kode_unik DO UPDATE
SET nama = excluded.nama,
    zona = excluded.zona,
    hari_kerja = excluded.hari_kerja
