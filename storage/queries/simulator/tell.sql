-- Tells the page: kinds $1, messages $2 (null: none), contents $3. Numbers are given out in order and
-- become visible in order: the row of the simulator stays locked until the commit.
WITH fresh AS (
    SELECT jenis, pesan_id, isi, position
    FROM unnest($1::text[], $2::bigint[], $3::text[])
        WITH ORDINALITY AS fresh (jenis, pesan_id, isi, position)
),
taken AS (
    UPDATE simulator
    SET urutan = urutan + (SELECT count(*) FROM fresh)
    WHERE instansi_id = 0
    RETURNING urutan - (SELECT count(*) FROM fresh) AS before
)
INSERT INTO simulator_peristiwa (urutan, jenis, pesan_id, isi)
SELECT taken.before + fresh.position, fresh.jenis, fresh.pesan_id, fresh.isi
FROM taken, fresh
