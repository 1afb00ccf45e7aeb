-- Adds messages to send, in the order of the arrays: $1 conversation, $2 kind, $3 class, $4 state
-- ('waiting' or 'scheduled'), $5 due at, $6 title, $7 body, $8 buttons, $9 press key, $10 reply to,
-- $11 pegawai, $12 digest, $13 kwitansi, $14 event, $15 created at, $16 parameters of the template,
-- $17 urgency (0 goes first), $18 hash of the attachment ('': none), $19 its name, $20 its type.
INSERT INTO outbox (
    conversation_id, kind, class, state, due_at, title, body, buttons, press_key, reply_to, pegawai_id,
    digest_id, kwitansi, event_id, created_at, parameters, urgency, lampiran, lampiran_nama,
    lampiran_tipe
)
SELECT conversation_id, kind, class, state, due_at, title, body, buttons, press_key, reply_to,
       pegawai_id, digest_id, kwitansi, event_id, created_at, parameters, urgency, lampiran,
       lampiran_nama, lampiran_tipe
FROM unnest(
    $1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[],
    $8::text[], $9::text[], $10::text[], $11::bigint[], $12::bigint[], $13::text[], $14::bigint[],
    $15::timestamptz[], $16::text[], $17::smallint[], $18::text[], $19::text[], $20::text[]
) WITH ORDINALITY AS fresh (
    conversation_id, kind, class, state, due_at, title, body, buttons, press_key, reply_to, pegawai_id,
    digest_id, kwitansi, event_id, created_at, parameters, urgency, lampiran, lampiran_nama,
    lampiran_tipe, position
)
ORDER BY position
