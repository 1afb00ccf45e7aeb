-- The demo's clock says $1 now.
UPDATE simulator
SET jam = $1,
    jam_sejak = clock_timestamp()
WHERE instansi_id = 0
