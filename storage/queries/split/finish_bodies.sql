-- Marks bodies $1 as $2 ('split' or 'quarantine').
UPDATE inbox
SET state = cut.state
FROM unnest($1::bigint[], $2::text[]) AS cut (inbox_id, state)
WHERE inbox.instansi_id = 0
  AND inbox.inbox_id = cut.inbox_id
