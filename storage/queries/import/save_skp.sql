-- Adds SKP and changes those that differ. Arrays: $1 nip, $2 year, $3 pendekatan, $4 status. The penilai
-- of a new SKP is the superior of the person; that of an old one stays (see renew_penilai).
INSERT INTO skp (instansi_id, pegawai_id, tahun, pendekatan, status, penilai_id)
SELECT pegawai.instansi_id, pegawai.pegawai_id, fresh.tahun, fresh.pendekatan, fresh.status,
       pegawai.atasan_id
FROM unnest($1::text[], $2::integer[], $3::text[], $4::text[])
    WITH ORDINALITY AS fresh (nip, tahun, pendekatan, status, position)
JOIN pegawai
  ON pegawai.nip = fresh.nip
LEFT JOIN skp AS known
  ON known.instansi_id = pegawai.instansi_id
 AND known.pegawai_id = pegawai.pegawai_id
 AND known.tahun = fresh.tahun
 AND known.nomor = 1
WHERE (known.pendekatan, known.status) IS DISTINCT FROM (fresh.pendekatan, fresh.status)
ORDER BY fresh.position
ON CONFLICT ON CONSTRAINT skp_nomor_unik DO UPDATE
SET pendekatan = excluded.pendekatan,
    status = excluded.status,
    versi = skp.versi + 1
