-- Makes this the only splitter until the transaction ends; no row if another one works.
SELECT name
FROM single_worker
WHERE instansi_id = 0
  AND name = 'splitter'
FOR UPDATE SKIP LOCKED
