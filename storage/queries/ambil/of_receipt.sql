-- What stands under receipt ($1 instansi, $2 kwitansi), in the order of its numbers: number, name, simpan,
-- sebab, tipe, ukuran, status, number and text of the RHK, aspek, period with year, how many of that
-- indikator and period are in the store.
SELECT bukti.nomor, bukti.nama, bukti.simpan, bukti.sebab, bukti.tipe, bukti.ukuran, bukti.status,
       rhk.nomor, rhk.teks, indikator.aspek, periode.nama, periode.tahun,
       (
           SELECT count(*)
           FROM bukti AS other
           WHERE other.instansi_id = bukti.instansi_id
             AND other.indikator_id = bukti.indikator_id
             AND other.periode_id = bukti.periode_id
             AND other.status = 'ada'
             AND other.simpan = 'tersimpan'
       )
FROM bukti
JOIN indikator
  ON indikator.instansi_id = bukti.instansi_id
 AND indikator.indikator_id = bukti.indikator_id
JOIN rhk
  ON rhk.instansi_id = indikator.instansi_id
 AND rhk.rhk_id = indikator.rhk_id
JOIN periode
  ON periode.instansi_id = bukti.instansi_id
 AND periode.periode_id = bukti.periode_id
WHERE bukti.instansi_id = $1
  AND bukti.kwitansi = $2
ORDER BY bukti.nomor
