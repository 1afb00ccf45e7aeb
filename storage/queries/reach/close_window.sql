-- The person of conversation $1 can no longer be written to freely, as the platform says.
UPDATE conversation
SET window_until = clock_timestamp()
WHERE instansi_id = 0
  AND conversation_id = $1
  AND window_until > clock_timestamp()
