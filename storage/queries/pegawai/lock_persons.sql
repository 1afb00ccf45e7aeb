-- Locks persons ($1 instansi, $2 pegawai) until the transaction ends, in one order for everybody.
SELECT pegawai_id
FROM pegawai
WHERE (instansi_id, pegawai_id) IN (SELECT * FROM unnest($1::integer[], $2::bigint[]))
ORDER BY instansi_id, pegawai_id
FOR NO KEY UPDATE
