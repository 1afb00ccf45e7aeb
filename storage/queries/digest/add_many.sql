-- Adds digests. Arrays: $1 instansi, $2 digest, $3 penilai, $4 slot, $5 pada.
INSERT INTO digest (instansi_id, digest_id, penilai_id, slot, pada)
OVERRIDING SYSTEM VALUE
SELECT instansi_id, digest_id, penilai_id, slot, pada
FROM unnest($1::integer[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[])
    AS fresh (instansi_id, digest_id, penilai_id, slot, pada)
