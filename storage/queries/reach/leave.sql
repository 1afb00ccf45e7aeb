-- The recipient of conversations $1 cannot be reached there. Notices that wait there, and messages $2
-- that just failed, go to the person's other conversation, if he has one that can be reached; with a
-- key of their own for the buttons. What stays waits until the person writes again. Gives the outbox
-- ids of what goes elsewhere.
WITH elsewhere AS (
    SELECT DISTINCT ON (alamat.conversation_id)
           alamat.conversation_id AS from_id, other.conversation_id AS to_id
    FROM alamat
    JOIN alamat AS other
      ON other.instansi_id = alamat.instansi_id
     AND other.pegawai_id = alamat.pegawai_id
     AND other.conversation_id <> alamat.conversation_id
     AND other.berakhir_pada IS NULL
    JOIN lane
      ON lane.instansi_id = 0
     AND lane.conversation_id = other.conversation_id
     AND lane.gone_at IS NULL
    WHERE alamat.conversation_id = ANY ($1::bigint[])
      AND alamat.berakhir_pada IS NULL
    ORDER BY alamat.conversation_id, other.terikat_pada, other.alamat_id
),
stranded AS (
    SELECT waiting.outbox_id
    FROM unnest($1::bigint[]) AS here (conversation_id)
    CROSS JOIN LATERAL (
        SELECT outbox.outbox_id
        FROM outbox
        WHERE outbox.instansi_id = 0
          AND outbox.conversation_id = here.conversation_id
          AND outbox.state = 'waiting'
        OFFSET 0
    ) AS waiting
),
moving AS (
    SELECT outbox.outbox_id, elsewhere.to_id
    FROM outbox
    JOIN elsewhere ON elsewhere.from_id = outbox.conversation_id
    WHERE outbox.instansi_id = 0
      AND outbox.kind NOT IN ('balasan', 'alamat_baru')
      AND outbox.outbox_id = ANY (ARRAY(SELECT outbox_id FROM stranded) || $2::bigint[])
),
moved AS (
    INSERT INTO outbox (
        conversation_id, kind, class, state, due_at, title, body, buttons, press_key, pegawai_id,
        digest_id, kwitansi, event_id, created_at, parameters, urgency, lampiran, lampiran_nama,
        lampiran_tipe
    )
    SELECT moving.to_id, outbox.kind, outbox.class, 'waiting', clock_timestamp(), outbox.title,
           outbox.body, outbox.buttons,
           CASE WHEN outbox.press_key IS NOT NULL THEN
               rtrim(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), '=')
           END,
           outbox.pegawai_id, outbox.digest_id, outbox.kwitansi, outbox.event_id, outbox.created_at,
           outbox.parameters, outbox.urgency, outbox.lampiran, outbox.lampiran_nama,
           outbox.lampiran_tipe
    FROM moving
    JOIN outbox
      ON outbox.instansi_id = 0
     AND outbox.outbox_id = moving.outbox_id
    ORDER BY outbox.outbox_id
    RETURNING outbox_id
),
left_behind AS (
    UPDATE outbox
    SET state = CASE
            WHEN outbox.outbox_id IN (SELECT moving.outbox_id FROM moving) THEN 'gone'
            ELSE 'held'
        END
    WHERE outbox.instansi_id = 0
      AND outbox.outbox_id = ANY (ARRAY(SELECT stranded.outbox_id FROM stranded))
      AND outbox.state || '' = 'waiting'
)
SELECT outbox_id FROM moved
