-- What messages $1 had to say goes out in full, with keys $2 for the buttons, as answer to events $3 at
-- $4: what a template stood for. Only while the chat is bound to the person it is for.
INSERT INTO outbox (
    conversation_id, kind, class, state, due_at, title, body, buttons, press_key, pegawai_id, digest_id,
    kwitansi, event_id, created_at, urgency, lampiran, lampiran_nama, lampiran_tipe
)
SELECT outbox.conversation_id, outbox.kind, 'M', 'waiting', $4, outbox.title, outbox.body,
       outbox.buttons, shown.press_key, outbox.pegawai_id, outbox.digest_id, outbox.kwitansi,
       shown.event_id, $4, 0, outbox.lampiran, outbox.lampiran_nama, outbox.lampiran_tipe
FROM unnest($1::bigint[], $2::text[], $3::bigint[])
    WITH ORDINALITY AS shown (outbox_id, press_key, event_id, position)
JOIN outbox
  ON outbox.instansi_id = 0
 AND outbox.outbox_id = shown.outbox_id
WHERE (outbox.pegawai_id IS NULL OR EXISTS (
    SELECT
    FROM alamat
    WHERE alamat.conversation_id = outbox.conversation_id
      AND alamat.pegawai_id = outbox.pegawai_id
      AND (alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > $4::timestamptz)
))
ORDER BY shown.position
