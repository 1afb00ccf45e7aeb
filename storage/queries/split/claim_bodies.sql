-- The oldest $1 bodies that nobody has cut yet, in the order in which they came. The caller holds the
-- turn of the splitter.
SELECT inbox_id, channel, account, raw, received_at
FROM inbox
WHERE instansi_id = 0
  AND state = 'new'
ORDER BY inbox_id
LIMIT $1
