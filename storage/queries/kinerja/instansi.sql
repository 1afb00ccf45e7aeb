-- Every instansi but the installation itself: instansi_id, nama, zona, hari_kerja.
SELECT instansi_id, nama, zona, hari_kerja
FROM instansi
WHERE instansi_id <> 0
