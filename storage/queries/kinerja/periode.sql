-- The periods of instansi $1.
SELECT instansi_id, periode_id, tahun, nama, jenis, awal, akhir, batas
FROM periode
WHERE instansi_id = ANY ($1::integer[])
ORDER BY instansi_id, awal, akhir, periode_id
