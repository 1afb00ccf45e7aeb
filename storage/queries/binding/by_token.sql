-- The persons whose unused deep links have the hashes $1 at the time $2: hash, instansi_id,
-- pegawai_id, nama, kode_id.
SELECT kode_aktivasi.token_hash, pegawai.instansi_id, pegawai.pegawai_id, pegawai.nama,
       kode_aktivasi.kode_id
FROM kode_aktivasi
JOIN pegawai
  ON pegawai.instansi_id = kode_aktivasi.instansi_id
 AND pegawai.pegawai_id = kode_aktivasi.pegawai_id
WHERE kode_aktivasi.token_hash = ANY ($1::bytea[])
  AND kode_aktivasi.dipakai_pada IS NULL
  AND kode_aktivasi.berakhir_pada > $2::timestamptz
