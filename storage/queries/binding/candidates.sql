-- Persons by NIP ($1): nip, instansi_id, pegawai_id, nama, telepon, and their newest activation code
-- that can still be used at $2 (nulls if none): kode_id, hash.
SELECT pegawai.nip, pegawai.instansi_id, pegawai.pegawai_id, pegawai.nama, pegawai.telepon,
       kode.kode_id, kode.kode_hash
FROM pegawai
LEFT JOIN LATERAL (
    SELECT kode_aktivasi.kode_id, kode_aktivasi.kode_hash
    FROM kode_aktivasi
    WHERE kode_aktivasi.instansi_id = pegawai.instansi_id
      AND kode_aktivasi.pegawai_id = pegawai.pegawai_id
      AND kode_aktivasi.dipakai_pada IS NULL
      AND kode_aktivasi.percobaan < 5
      AND kode_aktivasi.berakhir_pada > $2::timestamptz
    ORDER BY kode_aktivasi.kode_id DESC
    LIMIT 1
) AS kode ON true
WHERE pegawai.nip = ANY ($1::text[])
