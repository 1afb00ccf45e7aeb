-- Marks receipts ($1 instansi, $2 kode) as taken back by receipt $3.
UPDATE receipt
SET batal_oleh = undone.oleh
FROM unnest($1::integer[], $2::text[], $3::text[]) AS undone (instansi_id, kode, oleh)
WHERE receipt.instansi_id = undone.instansi_id
  AND receipt.kode = undone.kode
