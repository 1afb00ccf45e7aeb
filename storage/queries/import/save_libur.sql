-- Adds days off and changes those that differ. Arrays: $1 kode of the instansi (empty: national), $2 date,
-- $3 nama, $4 jenis.
INSERT INTO libur (instansi_id, tanggal, nama, jenis)
SELECT instansi.instansi_id, fresh.tanggal, fresh.nama, fresh.jenis
FROM unnest($1::text[], $2::date[], $3::text[], $4::text[]) AS fresh (instansi, tanggal, nama, jenis)
JOIN instansi
  ON instansi.kode = fresh.instansi
LEFT JOIN libur AS known
  ON known.instansi_id = instansi.instansi_id
 AND known.tanggal = fresh.tanggal
WHERE (known.nama, known.jenis) IS DISTINCT FROM (fresh.nama, fresh.jenis)
ON CONFLICT ON CONSTRAINT libur_pkey DO UPDATE
SET nama = excluded.nama,
    jenis = excluded.jenis
