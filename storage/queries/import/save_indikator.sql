-- Adds indikator and changes those that differ. Arrays: $1 nip, $2 year, $3 number of the RHK, $4 place in
-- it, $5 aspek, $6 text, $7 target, $8 satuan, $9 agregasi; $5, $7 and $8 may hold nulls. What realisasi are
-- attached to stays the same row.
INSERT INTO indikator (instansi_id, rhk_id, urut, aspek, teks, target, satuan, agregasi)
SELECT rhk.instansi_id, rhk.rhk_id, fresh.urut, fresh.aspek, fresh.teks, fresh.target, fresh.satuan,
       fresh.agregasi
FROM unnest(
    $1::text[], $2::integer[], $3::integer[], $4::integer[], $5::text[], $6::text[], $7::numeric[],
    $8::text[], $9::text[]
) WITH ORDINALITY AS fresh (nip, tahun, rhk, urut, aspek, teks, target, satuan, agregasi, position)
JOIN pegawai
  ON pegawai.nip = fresh.nip
JOIN skp
  ON skp.instansi_id = pegawai.instansi_id
 AND skp.pegawai_id = pegawai.pegawai_id
 AND skp.tahun = fresh.tahun
 AND skp.nomor = 1
JOIN rhk
  ON rhk.instansi_id = skp.instansi_id
 AND rhk.skp_id = skp.skp_id
 AND rhk.nomor = fresh.rhk
LEFT JOIN indikator AS known
  ON known.instansi_id = rhk.instansi_id
 AND known.rhk_id = rhk.rhk_id
 AND known.urut = fresh.urut
WHERE (known.aspek, known.teks, known.target, known.satuan)
    IS DISTINCT FROM (fresh.aspek, fresh.teks, fresh.target, fresh.satuan)
ORDER BY fresh.position
ON CONFLICT ON CONSTRAINT indikator_urut_unik DO UPDATE
SET aspek = excluded.aspek,
    teks = excluded.teks,
    target = excluded.target,
    satuan = excluded.satuan,
    agregasi = excluded.agregasi,
    versi = indikator.versi + 1
