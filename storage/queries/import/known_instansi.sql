-- Those of the codes $1 that there are: kode.
SELECT kode
FROM instansi
WHERE kode = ANY ($1::text[])
  AND instansi_id <> 0
