-- Those of the persons with NIP $1 that there are: nip, kode of the instansi, nip of the superior or null.
SELECT pegawai.nip, instansi.kode, atasan.nip
FROM unnest($1::text[]) AS wanted (nip)
JOIN pegawai
  ON pegawai.nip = wanted.nip
JOIN instansi
  ON instansi.instansi_id = pegawai.instansi_id
LEFT JOIN pegawai AS atasan
  ON atasan.instansi_id = pegawai.instansi_id
 AND atasan.pegawai_id = pegawai.atasan_id
