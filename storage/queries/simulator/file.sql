-- File $1: nama, tipe, isi.
SELECT nama, tipe, isi
FROM simulator_berkas
WHERE instansi_id = 0
  AND berkas_id = $1
