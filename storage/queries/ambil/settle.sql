-- What became of the file of evidence ($1 instansi, $2 bukti), which is not tried again: $3 simpan, $4 sebab,
-- $5 sha256, $6 tipe, $7 ukuran.
WITH done AS (
    DELETE FROM bukti_ambil
    WHERE instansi_id = $1
      AND bukti_id = $2
)
UPDATE bukti
SET simpan = $3,
    sebab = $4,
    sha256 = $5,
    tipe = $6,
    ukuran = $7
WHERE instansi_id = $1
  AND bukti_id = $2
