-- Adds RHK and changes those that differ. Arrays: $1 nip, $2 year, $3 number, $4 jenis, $5 number of the RHK
-- of the superior or null, $6 text. New RHK get their number first, in the order of the file, so that one of
-- them may be linked by another.
WITH fresh AS MATERIALIZED (
    SELECT skp.instansi_id, skp.skp_id, wanted.nomor, wanted.jenis, wanted.rhk_atasan, wanted.teks,
           atasan.skp_id AS skp_atasan_id,
           coalesce(known.rhk_id, nextval(pg_get_serial_sequence('rhk', 'rhk_id'))) AS rhk_id
    FROM unnest($1::text[], $2::integer[], $3::integer[], $4::text[], $5::integer[], $6::text[])
        WITH ORDINALITY AS wanted (nip, tahun, nomor, jenis, rhk_atasan, teks, position)
    JOIN pegawai
      ON pegawai.nip = wanted.nip
    JOIN skp
      ON skp.instansi_id = pegawai.instansi_id
     AND skp.pegawai_id = pegawai.pegawai_id
     AND skp.tahun = wanted.tahun
     AND skp.nomor = 1
    LEFT JOIN skp AS atasan
      ON atasan.instansi_id = pegawai.instansi_id
     AND atasan.pegawai_id = pegawai.atasan_id
     AND atasan.tahun = wanted.tahun
     AND atasan.nomor = 1
    LEFT JOIN rhk AS known
      ON known.instansi_id = skp.instansi_id
     AND known.skp_id = skp.skp_id
     AND known.nomor = wanted.nomor
    ORDER BY wanted.position
), resolved AS (
    SELECT fresh.instansi_id, fresh.rhk_id, fresh.skp_id, fresh.nomor, fresh.jenis, fresh.teks,
           coalesce(fresh_atasan.rhk_id, atasan.rhk_id) AS rhk_atasan_id
    FROM fresh
    LEFT JOIN fresh AS fresh_atasan
      ON fresh_atasan.instansi_id = fresh.instansi_id
     AND fresh_atasan.skp_id = fresh.skp_atasan_id
     AND fresh_atasan.nomor = fresh.rhk_atasan
    LEFT JOIN rhk AS atasan
      ON atasan.instansi_id = fresh.instansi_id
     AND atasan.skp_id = fresh.skp_atasan_id
     AND atasan.nomor = fresh.rhk_atasan
)
INSERT INTO rhk (instansi_id, rhk_id, skp_id, nomor, jenis, rhk_atasan_id, teks)
SELECT resolved.instansi_id, resolved.rhk_id, resolved.skp_id, resolved.nomor, resolved.jenis,
       resolved.rhk_atasan_id, resolved.teks
FROM resolved
LEFT JOIN rhk AS known
  ON known.instansi_id = resolved.instansi_id
 AND known.rhk_id = resolved.rhk_id
WHERE (known.jenis, known.rhk_atasan_id, known.teks)
    IS DISTINCT FROM (resolved.jenis, resolved.rhk_atasan_id, resolved.teks)
ON CONFLICT ON CONSTRAINT rhk_nomor_unik DO UPDATE
SET jenis = excluded.jenis,
    rhk_atasan_id = excluded.rhk_atasan_id,
    teks = excluded.teks,
    versi = rhk.versi + 1
