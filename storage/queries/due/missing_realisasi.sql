-- Who of the persons behind $4 up to $5 still misses a realisasi in period $2 of instansi $1, year $3, and
-- can be written to: a row per person and indikator that is not filled: pegawai_id, conversation_id, rhk
-- number, text, aspek. "Dikembalikan" counts as missing.
SELECT skp.pegawai_id, chat.conversation_id, rhk.nomor, rhk.teks, indikator.aspek,
       coalesce(realisasi.status, '')
FROM skp
JOIN rhk
  ON rhk.instansi_id = skp.instansi_id
 AND rhk.skp_id = skp.skp_id
JOIN indikator
  ON indikator.instansi_id = rhk.instansi_id
 AND indikator.rhk_id = rhk.rhk_id
JOIN LATERAL (
    SELECT alamat.conversation_id
    FROM alamat
    JOIN conversation
      ON conversation.instansi_id = 0
     AND conversation.conversation_id = alamat.conversation_id
    JOIN lane
      ON lane.instansi_id = 0
     AND lane.conversation_id = alamat.conversation_id
     AND lane.gone_at IS NULL
    WHERE alamat.instansi_id = skp.instansi_id
      AND alamat.pegawai_id = skp.pegawai_id
      AND alamat.berakhir_pada IS NULL
    ORDER BY conversation.channel = 'whatsapp', alamat.terikat_pada, alamat.alamat_id
    LIMIT 1
) AS chat ON true
LEFT JOIN realisasi
  ON realisasi.instansi_id = indikator.instansi_id
 AND realisasi.indikator_id = indikator.indikator_id
 AND realisasi.periode_id = $2
WHERE skp.instansi_id = $1
  AND skp.pegawai_id > $4
  AND skp.pegawai_id <= $5
  AND skp.tahun = $3
  AND skp.status = 'persetujuan'
  AND (realisasi.status IS NULL OR realisasi.status IN ('ditarik', 'dikembalikan'))
ORDER BY skp.pegawai_id, skp.nomor, rhk.nomor, indikator.urut
