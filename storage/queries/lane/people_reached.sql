-- How many people beside that of conversation $1 were written to outside their window within the last 24
-- hours, and whether he was.
SELECT count(DISTINCT conversation_id) FILTER (WHERE conversation_id <> $1),
       count(*) FILTER (WHERE conversation_id = $1) > 0
FROM outbox
WHERE instansi_id = 0
  AND as_template
  AND settled_at > clock_timestamp() - interval '24 hours'
  AND settled_at > '-infinity'
