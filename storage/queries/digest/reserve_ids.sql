-- $1 fresh ids for digests.
SELECT nextval(pg_get_serial_sequence('digest', 'digest_id'))
FROM generate_series(1, $1::integer)
