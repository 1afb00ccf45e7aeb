-- Adds periods and changes those that differ. Arrays: $1 kode of the instansi, $2 year, $3 nama, $4 jenis,
-- $5 awal, $6 akhir, $7 batas.
INSERT INTO periode (instansi_id, tahun, nama, jenis, awal, akhir, batas)
SELECT instansi.instansi_id, fresh.tahun, fresh.nama, fresh.jenis, fresh.awal, fresh.akhir, fresh.batas
FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::date[], $6::date[], $7::date[])
    WITH ORDINALITY AS fresh (instansi, tahun, nama, jenis, awal, akhir, batas, position)
JOIN instansi
  ON instansi.kode = fresh.instansi
LEFT JOIN periode AS known
  ON known.instansi_id = instansi.instansi_id
 AND known.tahun = fresh.tahun
 AND known.nama = fresh.nama
WHERE (known.jenis, known.awal, known.akhir, known.batas)
    IS DISTINCT FROM (fresh.jenis, fresh.awal, fresh.akhir, fresh.batas)
ORDER BY fresh.position
ON CONFLICT ON CONSTRAINT periode_nama_unik DO UPDATE
SET jenis = excluded.jenis,
    awal = excluded.awal,
    akhir = excluded.akhir,
    batas = excluded.batas
