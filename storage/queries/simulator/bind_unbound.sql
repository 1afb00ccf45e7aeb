-- Of the first $1 persons those who never had an address anywhere get their simulated phone: bound at $2
-- to a conversation of their own. Gives how many (as rows affected).
WITH fresh AS (
    SELECT pegawai.instansi_id, pegawai.pegawai_id, 'sim-' || pegawai.pegawai_id AS address
    FROM (
        SELECT instansi_id, pegawai_id
        FROM pegawai
        ORDER BY instansi_id, pegawai_id
        LIMIT $1
    ) AS pegawai
    WHERE NOT EXISTS (
        SELECT
        FROM alamat
        WHERE alamat.instansi_id = pegawai.instansi_id
          AND alamat.pegawai_id = pegawai.pegawai_id
    )
),
made AS (
    INSERT INTO conversation (channel, account, address, number)
    SELECT 'simulator', 'simulator', address, '' FROM fresh
    ON CONFLICT DO NOTHING
    RETURNING conversation_id, address
),
lanes AS (
    INSERT INTO lane (conversation_id)
    SELECT conversation_id FROM made
),
own AS (
    SELECT conversation_id, address FROM made
    UNION ALL
    SELECT conversation.conversation_id, conversation.address
    FROM conversation
    JOIN fresh ON fresh.address = conversation.address
    WHERE conversation.instansi_id = 0
      AND conversation.channel = 'simulator'
      AND conversation.account = 'simulator'
)
INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, boleh_memutus_sejak)
SELECT fresh.instansi_id, fresh.pegawai_id, own.conversation_id, $2::timestamptz, $2::timestamptz
FROM fresh
JOIN own ON own.address = fresh.address
ON CONFLICT (conversation_id) WHERE berakhir_pada IS NULL DO NOTHING
