-- Saves new versions of evidence. A row is written only if the version before it is still the present
-- one: the caller compares the count. Arrays: $1 instansi, $2 bukti, $3 status, $4 versi, $5 oleh, $6 pada,
-- $7 kwitansi.
WITH fresh AS (
    SELECT *
    FROM unnest(
        $1::integer[], $2::bigint[], $3::text[], $4::integer[], $5::bigint[], $6::timestamptz[],
        $7::text[]
    ) AS fresh (instansi_id, bukti_id, status, versi, oleh, pada, kwitansi)
),
saved AS (
    UPDATE bukti
    SET status = fresh.status,
        versi = fresh.versi
    FROM fresh
    WHERE bukti.instansi_id = fresh.instansi_id
      AND bukti.bukti_id = fresh.bukti_id
      AND bukti.versi = fresh.versi - 1
    RETURNING bukti.instansi_id, bukti.bukti_id
)
INSERT INTO bukti_versi (instansi_id, bukti_id, versi, status, oleh, pada, kwitansi)
SELECT fresh.instansi_id, fresh.bukti_id, fresh.versi, fresh.status, fresh.oleh, fresh.pada,
       fresh.kwitansi
FROM saved
JOIN fresh
  ON fresh.instansi_id = saved.instansi_id
 AND fresh.bukti_id = saved.bukti_id
