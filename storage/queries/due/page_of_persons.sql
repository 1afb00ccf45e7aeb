-- The last of the next $3 persons of instansi $1 behind person $2; null if there is none.
SELECT max(page.pegawai_id)
FROM (
    SELECT pegawai_id
    FROM pegawai
    WHERE instansi_id = $1
      AND pegawai_id > $2
    ORDER BY pegawai_id
    LIMIT $3
) AS page
