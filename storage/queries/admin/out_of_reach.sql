-- How many people are bound and can be written to in none of their chats.
SELECT count(*)
FROM (
    SELECT
    FROM alamat
    JOIN lane
      ON lane.instansi_id = 0
     AND lane.conversation_id = alamat.conversation_id
    WHERE alamat.berakhir_pada IS NULL
    GROUP BY alamat.instansi_id, alamat.pegawai_id
    HAVING bool_and(lane.gone_at IS NOT NULL)
) AS person
