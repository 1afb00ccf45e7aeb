-- Makes this the only sealer until the transaction ends; no row if another one works.
SELECT name
FROM single_worker
WHERE instansi_id = 0
  AND name = 'sealer'
FOR UPDATE SKIP LOCKED
