-- A new activation code for person $2 of instansi $1: $3 hash of the code, $4 hash of the token, $5 end.
-- Codes made before end now.
WITH ended AS (
    UPDATE kode_aktivasi
    SET berakhir_pada = least(berakhir_pada, clock_timestamp())
    WHERE instansi_id = $1
      AND pegawai_id = $2
      AND dipakai_pada IS NULL
)
INSERT INTO kode_aktivasi (instansi_id, pegawai_id, kode_hash, token_hash, berakhir_pada)
VALUES ($1, $2, $3, $4, $5)
