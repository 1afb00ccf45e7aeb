-- What waited to be overtaken goes next, $1 milliseconds from now.
UPDATE simulator_antar
SET tahan = false,
    sejak = clock_timestamp() + $1::integer * interval '1 millisecond'
WHERE instansi_id = 0
  AND tahan
