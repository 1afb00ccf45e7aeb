-- Realisasi whose grace time of $2 seconds is over at $1 go to the penilai: status diajukan, a new
-- version and a ledger row each. DOMAIN.md section 5, Realisasi.
WITH submitted AS (
    UPDATE realisasi
    SET status = 'diajukan',
        versi = versi + 1,
        sejak = $1::timestamptz
    WHERE (instansi_id, indikator_id, periode_id) IN (
        SELECT instansi_id, indikator_id, periode_id
        FROM realisasi
        WHERE status = 'tercatat'
          AND sejak <= $1::timestamptz - $2::integer * interval '1 second'
        ORDER BY instansi_id, indikator_id, periode_id
        FOR NO KEY UPDATE SKIP LOCKED
    )
    RETURNING instansi_id, indikator_id, periode_id, nilai, sumber, keterangan, status, versi,
              sejak
),
kept AS (
    INSERT INTO realisasi_versi (
        instansi_id, indikator_id, periode_id, versi, nilai, sumber, keterangan, status, pada
    )
    SELECT instansi_id, indikator_id, periode_id, versi, nilai, sumber, keterangan, status, sejak
    FROM submitted
)
INSERT INTO ledger (instansi_id, pada, tindakan, objek, objek_id, versi, sebelum, sesudah)
SELECT instansi_id, sejak, 'ajukan_realisasi', 'realisasi', indikator_id || '/' || periode_id, versi,
       'tercatat', 'diajukan'
FROM submitted
ORDER BY instansi_id, indikator_id, periode_id
