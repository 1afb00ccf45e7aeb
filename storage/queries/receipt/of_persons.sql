-- Receipts of persons: for each of ($1 instansi, $2 pegawai, $3 kode) that one, or with an empty kode
-- the newest that can be taken back (younger than $4 and not taken back yet); with
-- $5 message ids, where one is given, of those for that message alone.
SELECT wanted.pegawai_id, found.kode, found.tindakan, found.isi, found.pada, found.message_id,
       found.batal_oleh, found.conversation_id
FROM unnest($1::integer[], $2::bigint[], $3::text[], $5::text[])
    AS wanted (instansi_id, pegawai_id, kode, message_id)
CROSS JOIN LATERAL (
    SELECT receipt.kode, receipt.tindakan, receipt.isi, receipt.pada, receipt.message_id,
           receipt.batal_oleh, receipt.conversation_id
    FROM receipt
    WHERE receipt.instansi_id = wanted.instansi_id
      AND receipt.pegawai_id = wanted.pegawai_id
      AND CASE WHEN wanted.kode = ''
               THEN receipt.pada > $4::timestamptz AND receipt.batal_oleh IS NULL
                    AND receipt.tindakan <> 'urungkan'
                    AND wanted.message_id IN ('', receipt.message_id)
               ELSE receipt.kode = wanted.kode
          END
    ORDER BY receipt.pada DESC, receipt.kode
    LIMIT 1
) AS found
