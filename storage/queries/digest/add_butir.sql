-- Adds the numbered items of digests. Arrays: $1 instansi, $2 digest, $3 nomor, $4 indikator,
-- $5 periode, $6 versi.
INSERT INTO digest_butir (instansi_id, digest_id, nomor, indikator_id, periode_id, versi)
SELECT instansi_id, digest_id, nomor, indikator_id, periode_id, versi
FROM unnest($1::integer[], $2::bigint[], $3::integer[], $4::bigint[], $5::bigint[], $6::integer[])
    AS fresh (instansi_id, digest_id, nomor, indikator_id, periode_id, versi)
