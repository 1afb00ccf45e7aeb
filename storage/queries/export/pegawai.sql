-- A page of at most $3 rows of pegawai.csv behind person ($1 instansi, $2 number): these two, the zone,
-- the columns.
SELECT pegawai.instansi_id, pegawai.pegawai_id, instansi.zona,
       instansi.kode, pegawai.nip, pegawai.nama, pegawai.jabatan, pegawai.jenis_jabatan,
       pegawai.jenjang, pegawai.golongan, unit_kerja.kode, atasan.nip, pegawai.jenis, pegawai.telepon
FROM pegawai
JOIN instansi
  ON instansi.instansi_id = pegawai.instansi_id
JOIN unit_kerja
  ON unit_kerja.instansi_id = pegawai.instansi_id
 AND unit_kerja.unit_id = pegawai.unit_id
LEFT JOIN pegawai AS atasan
  ON atasan.instansi_id = pegawai.instansi_id
 AND atasan.pegawai_id = pegawai.atasan_id
WHERE (pegawai.instansi_id, pegawai.pegawai_id) > ($1::integer, $2::bigint)
ORDER BY pegawai.instansi_id, pegawai.pegawai_id
LIMIT $3
