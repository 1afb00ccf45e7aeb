-- Seals every ledger row that is there for good and not sealed yet: those of transactions from the end
-- of the last seal up to the oldest one still running. Nothing to seal: no row. The caller holds the
-- turn of the sealer.
WITH last AS (
    SELECT nomor, below_txid, hash
    FROM ledger_seal
    WHERE instansi_id = 0
    ORDER BY nomor DESC
    LIMIT 1
),
bounds AS (
    SELECT coalesce((SELECT below_txid FROM last), '0'::xid8) AS from_txid,
           pg_snapshot_xmin(pg_current_snapshot()) AS below_txid
),
content AS (
    SELECT count(*) AS row_count,
           sha256(
               coalesce((SELECT hash FROM last), ''::bytea) || coalesce(
                   string_agg(
                       sha256(convert_to(ROW(ledger.instansi_id, ledger_id, pada, pelaku_id, kapasitas,
                           tindakan, objek, objek_id, versi, kwitansi, sebelum, sesudah)::text, 'UTF8')),
                       ''::bytea ORDER BY txid, ledger_id
                   ),
                   ''::bytea
               )
           ) AS hash
    FROM bounds
    JOIN ledger
      ON ledger.txid >= bounds.from_txid
     AND ledger.txid < bounds.below_txid
)
INSERT INTO ledger_seal (nomor, below_txid, row_count, hash)
SELECT coalesce((SELECT nomor FROM last), 0) + 1, bounds.below_txid, content.row_count, content.hash
FROM bounds, content
WHERE content.row_count > 0
RETURNING nomor, row_count
