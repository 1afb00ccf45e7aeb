-- Marks events $1 as $2 ('done', 'ignored' or 'quarantine'). By their keys alone, as in attempt/settle.
UPDATE event
SET state = finished.state
FROM unnest($1::bigint[], $2::text[]) AS finished (event_id, state)
WHERE event.instansi_id = 0
  AND event.event_id = finished.event_id
  AND event.state || '' = 'open'
