-- A page of at most $3 rows of jejak.csv behind row ($1 instansi, $2 number) of the ledger: these two, the
-- zone, the columns.
SELECT ledger.instansi_id, ledger.ledger_id, instansi.zona,
       ledger.ledger_id, instansi.kode, ledger.pada, pegawai.nip, ledger.kapasitas, ledger.tindakan,
       ledger.objek, ledger.objek_id, ledger.versi, ledger.kwitansi, ledger.sebelum, ledger.sesudah
FROM ledger
JOIN instansi
  ON instansi.instansi_id = ledger.instansi_id
LEFT JOIN pegawai
  ON pegawai.instansi_id = ledger.instansi_id
 AND pegawai.pegawai_id = ledger.pelaku_id
WHERE (ledger.instansi_id, ledger.ledger_id) > ($1::integer, $2::bigint)
ORDER BY ledger.instansi_id, ledger.ledger_id
LIMIT $3
