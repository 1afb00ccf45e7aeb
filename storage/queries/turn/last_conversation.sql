-- The highest conversation_id; 0 if there is none.
SELECT COALESCE(max(conversation_id), 0)
FROM conversation
WHERE instansi_id = 0
