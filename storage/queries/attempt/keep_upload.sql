-- The file of message $1 went out as $2 ('photo' or 'document') and is known to the platform as $3 from now
-- on. 29 days: WhatsApp keeps an upload for 30, Telegram for ever (PLATFORMS.md section 7).
INSERT INTO unggahan (channel, account, sha256, cara, rujukan, berlaku_sampai)
SELECT conversation.channel, conversation.account, outbox.lampiran, $2, $3,
       clock_timestamp() + interval '29 days'
FROM outbox
JOIN conversation
  ON conversation.instansi_id = outbox.instansi_id
 AND conversation.conversation_id = outbox.conversation_id
WHERE outbox.instansi_id = 0
  AND outbox.outbox_id = $1
  AND outbox.lampiran <> ''
ON CONFLICT ON CONSTRAINT unggahan_pkey DO UPDATE
SET cara = excluded.cara,
    rujukan = excluded.rujukan,
    berlaku_sampai = excluded.berlaku_sampai
