-- Adds persons and changes those that differ. Arrays: $1 kode of the instansi, $2 nip, $3 nama,
-- $4 jabatan, $5 jenis_jabatan, $6 jenjang, $7 golongan, $8 kode of the unit, $9 nip of the superior,
-- $10 jenis, $11 telepon; $6, $7, $9 and $11 may hold nulls. New persons get their number first, in the
-- order of the file, so that one of them may be the superior of another.
WITH fresh AS MATERIALIZED (
    SELECT instansi.instansi_id, wanted.nip, wanted.nama, wanted.jabatan, wanted.jenis_jabatan,
           wanted.jenjang, wanted.golongan, unit_kerja.unit_id, wanted.atasan_nip, wanted.jenis,
           wanted.telepon,
           coalesce(
               known.pegawai_id, nextval(pg_get_serial_sequence('pegawai', 'pegawai_id'))
           ) AS pegawai_id
    FROM unnest(
        $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::text[], $10::text[], $11::text[]
    ) WITH ORDINALITY AS wanted (
        instansi, nip, nama, jabatan, jenis_jabatan, jenjang, golongan, unit, atasan_nip, jenis,
        telepon, position
    )
    JOIN instansi
      ON instansi.kode = wanted.instansi
    JOIN unit_kerja
      ON unit_kerja.instansi_id = instansi.instansi_id
     AND unit_kerja.kode = wanted.unit
    LEFT JOIN pegawai AS known
      ON known.nip = wanted.nip
    ORDER BY wanted.position
), resolved AS (
    SELECT fresh.instansi_id, fresh.pegawai_id, fresh.nip, fresh.nama, fresh.jabatan,
           fresh.jenis_jabatan, fresh.jenjang, fresh.golongan, fresh.unit_id, fresh.jenis,
           fresh.telepon, coalesce(fresh_atasan.pegawai_id, atasan.pegawai_id) AS atasan_id
    FROM fresh
    LEFT JOIN fresh AS fresh_atasan
      ON fresh_atasan.nip = fresh.atasan_nip
    LEFT JOIN pegawai AS atasan
      ON atasan.nip = fresh.atasan_nip
)
INSERT INTO pegawai (
    instansi_id, pegawai_id, nip, nama, jabatan, jenis_jabatan, jenjang, golongan, unit_id, atasan_id,
    jenis, telepon
)
SELECT resolved.instansi_id, resolved.pegawai_id, resolved.nip, resolved.nama, resolved.jabatan,
       resolved.jenis_jabatan, resolved.jenjang, resolved.golongan, resolved.unit_id,
       resolved.atasan_id, resolved.jenis, resolved.telepon
FROM resolved
LEFT JOIN pegawai AS known
  ON known.nip = resolved.nip
WHERE (
        known.nama, known.jabatan, known.jenis_jabatan, known.jenjang, known.golongan, known.unit_id,
        known.atasan_id, known.jenis, known.telepon
    ) IS DISTINCT FROM (
        resolved.nama, resolved.jabatan, resolved.jenis_jabatan, resolved.jenjang, resolved.golongan,
        resolved.unit_id, resolved.atasan_id, resolved.jenis, resolved.telepon
    )
ON CONFLICT ON CONSTRAINT pegawai_nip_unik DO UPDATE
SET nama = excluded.nama,
    jabatan = excluded.jabatan,
    jenis_jabatan = excluded.jenis_jabatan,
    jenjang = excluded.jenjang,
    golongan = excluded.golongan,
    unit_id = excluded.unit_id,
    atasan_id = excluded.atasan_id,
    jenis = excluded.jenis,
    telepon = excluded.telepon
