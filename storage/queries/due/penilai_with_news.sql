-- Penilai for whom something waits that no digest has shown yet, and who can be written to:
-- instansi_id, pegawai_id, zona, hari_kerja, conversation_id.
SELECT DISTINCT ON (skp.instansi_id, skp.penilai_id)
       skp.instansi_id, skp.penilai_id, instansi.zona, instansi.hari_kerja, alamat.conversation_id
FROM realisasi
JOIN indikator
  ON indikator.instansi_id = realisasi.instansi_id
 AND indikator.indikator_id = realisasi.indikator_id
JOIN rhk
  ON rhk.instansi_id = indikator.instansi_id
 AND rhk.rhk_id = indikator.rhk_id
JOIN skp
  ON skp.instansi_id = rhk.instansi_id
 AND skp.skp_id = rhk.skp_id
 AND skp.status = 'persetujuan'
JOIN instansi ON instansi.instansi_id = skp.instansi_id
JOIN alamat
  ON alamat.instansi_id = skp.instansi_id
 AND alamat.pegawai_id = skp.penilai_id
 AND alamat.berakhir_pada IS NULL
JOIN conversation
  ON conversation.instansi_id = 0
 AND conversation.conversation_id = alamat.conversation_id
JOIN lane
  ON lane.instansi_id = 0
 AND lane.conversation_id = alamat.conversation_id
 AND lane.gone_at IS NULL
WHERE realisasi.status = 'diajukan'
  AND realisasi.versi > 0
  AND NOT EXISTS (
      SELECT
      FROM digest_butir AS shown
      WHERE shown.instansi_id = realisasi.instansi_id
        AND shown.indikator_id = realisasi.indikator_id
        AND shown.periode_id = realisasi.periode_id
        AND shown.versi = realisasi.versi
  )
ORDER BY skp.instansi_id, skp.penilai_id, conversation.channel = 'whatsapp', alamat.terikat_pada,
         alamat.alamat_id
