-- Adds units and changes those that differ. Arrays: $1 kode of the instansi, $2 kode, $3 nama, $4 kode of
-- the parent or null, $5 mandiri. New units get their number first, in the order
-- of the file, so that one of them may be the parent of another.
WITH fresh AS MATERIALIZED (
    SELECT instansi.instansi_id, wanted.kode, wanted.nama, wanted.induk, wanted.mandiri,
           coalesce(
               known.unit_id, nextval(pg_get_serial_sequence('unit_kerja', 'unit_id'))
           ) AS unit_id
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
        WITH ORDINALITY AS wanted (instansi, kode, nama, induk, mandiri, position)
    JOIN instansi
      ON instansi.kode = wanted.instansi
    LEFT JOIN unit_kerja AS known
      ON known.instansi_id = instansi.instansi_id
     AND known.kode = wanted.kode
    ORDER BY wanted.position
), resolved AS (
    SELECT fresh.instansi_id, fresh.unit_id, fresh.kode, fresh.nama, fresh.mandiri,
           coalesce(fresh_induk.unit_id, induk.unit_id) AS induk_id
    FROM fresh
    LEFT JOIN fresh AS fresh_induk
      ON fresh_induk.instansi_id = fresh.instansi_id
     AND fresh_induk.kode = fresh.induk
    LEFT JOIN unit_kerja AS induk
      ON induk.instansi_id = fresh.instansi_id
     AND induk.kode = fresh.induk
)
INSERT INTO unit_kerja (instansi_id, unit_id, kode, nama, induk_id, mandiri)
SELECT resolved.instansi_id, resolved.unit_id, resolved.kode, resolved.nama, resolved.induk_id,
       resolved.mandiri
FROM resolved
LEFT JOIN unit_kerja AS known
  ON known.instansi_id = resolved.instansi_id
 AND known.unit_id = resolved.unit_id
WHERE (known.nama, known.induk_id, known.mandiri)
    IS DISTINCT FROM (resolved.nama, resolved.induk_id, resolved.mandiri)
ON CONFLICT ON CONSTRAINT unit_kerja_kode_unik DO UPDATE
SET nama = excluded.nama,
    induk_id = excluded.induk_id,
    mandiri = excluded.mandiri
