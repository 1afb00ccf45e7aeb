-- Claims occasions. Arrays: $1 instansi, $2 rule, $3 pegawai, $4 periode (0: none), $5 slot; $6 at.
-- Gives the pegawai_id, periode_id and slot of those that nobody had claimed.
INSERT INTO notice (instansi_id, rule, pegawai_id, periode_id, slot, pada)
SELECT instansi_id, rule, pegawai_id, periode_id, slot, $6::timestamptz
FROM unnest($1::integer[], $2::text[], $3::bigint[], $4::bigint[], $5::text[])
    AS fresh (instansi_id, rule, pegawai_id, periode_id, slot)
ORDER BY instansi_id, rule, pegawai_id, periode_id, slot
ON CONFLICT ON CONSTRAINT notice_once DO NOTHING
RETURNING pegawai_id, periode_id, slot
