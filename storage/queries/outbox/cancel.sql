-- Messages of receipts $1 that are not sent yet are not sent.
UPDATE outbox
SET state = 'cancelled',
    settled_at = clock_timestamp()
WHERE kwitansi = ANY ($1::text[])
  AND state = 'scheduled'
