-- The days off of instansi $1; those of 0 are national.
SELECT instansi_id, tanggal
FROM libur
WHERE instansi_id = 0
   OR instansi_id = ANY ($1::integer[])
