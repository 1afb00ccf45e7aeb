-- The present superior of the persons with NIP $1 becomes the penilai of their open SKP: those of a year
-- without periods, or with one whose Batas is not past on $2.
UPDATE skp
SET penilai_id = pegawai.atasan_id,
    versi = skp.versi + 1
FROM pegawai
WHERE pegawai.nip = ANY ($1::text[])
  AND skp.instansi_id = pegawai.instansi_id
  AND skp.pegawai_id = pegawai.pegawai_id
  AND skp.penilai_id IS DISTINCT FROM pegawai.atasan_id
  AND coalesce((
      SELECT max(periode.batas)
      FROM periode
      WHERE periode.instansi_id = skp.instansi_id
        AND periode.tahun = skp.tahun
  ), 'infinity') >= $2::date
