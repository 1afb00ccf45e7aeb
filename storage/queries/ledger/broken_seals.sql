-- The numbers of the seals that do not fit the rows that they cover, oldest first. Empty: the chain
-- is whole.
WITH span AS (
    SELECT nomor, hash, row_count,
           coalesce(lag(below_txid) OVER chain, '0'::xid8) AS from_txid, below_txid,
           coalesce(lag(hash) OVER chain, ''::bytea) AS previous_hash,
           lag(nomor) OVER chain AS previous_nomor
    FROM ledger_seal
    WHERE instansi_id = 0
    WINDOW chain AS (ORDER BY nomor)
)
SELECT span.nomor
FROM span
CROSS JOIN LATERAL (
    SELECT count(*) AS row_count,
           sha256(
               span.previous_hash || coalesce(
                   string_agg(
                       sha256(convert_to(ROW(ledger.instansi_id, ledger_id, pada, pelaku_id, kapasitas,
                           tindakan, objek, objek_id, versi, kwitansi, sebelum, sesudah)::text, 'UTF8')),
                       ''::bytea ORDER BY txid, ledger_id
                   ),
                   ''::bytea
               )
           ) AS hash
    FROM ledger
    WHERE ledger.txid >= span.from_txid
      AND ledger.txid < span.below_txid
) AS now
WHERE now.hash <> span.hash
   OR now.row_count <> span.row_count
   OR coalesce(span.previous_nomor, 0) + 1 <> span.nomor
ORDER BY span.nomor
