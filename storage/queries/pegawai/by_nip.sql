-- The person with NIP $1, for the command line: instansi_id, pegawai_id, nama.
SELECT instansi_id, pegawai_id, nama
FROM pegawai
WHERE nip = $1
