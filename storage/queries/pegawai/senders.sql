-- The persons bound to conversations $1 at the time $2, with what a turn needs of them.
SELECT alamat.conversation_id, pegawai.instansi_id, pegawai.pegawai_id, pegawai.nip, pegawai.nama,
       pegawai.jabatan, unit_kerja.nama, instansi.nama, instansi.zona, instansi.hari_kerja,
       atasan.nama, alamat.boleh_memutus_sejak, alamat.alamat_id, alamat.berakhir_pada,
       EXISTS (
           SELECT
           FROM alamat AS newer
           WHERE newer.instansi_id = alamat.instansi_id
             AND newer.pegawai_id = alamat.pegawai_id
             AND newer.alamat_id > alamat.alamat_id
             AND newer.terikat_pada > $2::timestamptz - interval '24 hours'
             AND (newer.berakhir_pada IS NULL OR newer.berakhir_pada > $2::timestamptz)
       )
FROM alamat
JOIN pegawai
  ON pegawai.instansi_id = alamat.instansi_id
 AND pegawai.pegawai_id = alamat.pegawai_id
JOIN instansi ON instansi.instansi_id = pegawai.instansi_id
JOIN unit_kerja
  ON unit_kerja.instansi_id = pegawai.instansi_id
 AND unit_kerja.unit_id = pegawai.unit_id
LEFT JOIN pegawai AS atasan
  ON atasan.instansi_id = pegawai.instansi_id
 AND atasan.pegawai_id = pegawai.atasan_id
WHERE alamat.conversation_id = ANY ($1::bigint[])
  AND (alamat.berakhir_pada IS NULL OR alamat.berakhir_pada > $2::timestamptz)
