-- The file of evidence ($1 instansi, $2 bukti) is tried again in $3 milliseconds.
UPDATE bukti_ambil
SET percobaan = percobaan + 1,
    coba_lagi_pada = clock_timestamp() + $3::integer * interval '1 millisecond'
WHERE instansi_id = $1
  AND bukti_id = $2
