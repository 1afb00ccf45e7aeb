-- Telegram may start its ids anew after seven days: what is older than five days never suppresses.
-- $1 account keys, $2 external ids of the events that are about to be added.
UPDATE event
SET external_id = event.external_id || ':' || event.event_id
FROM unnest($1::text[], $2::text[]) AS fresh (account_key, external_id)
WHERE event.instansi_id = 0
  AND event.account_key = fresh.account_key
  AND event.external_id = fresh.external_id
  AND event.received_at < now() - interval '5 days'
  AND event.account_key LIKE 'telegram:%'
