-- Locks the file that has waited longest for its next try, of channels $1, until the transaction ends:
-- instansi, bukti, whose, conversation, channel, reference, tries so far, whether it has been tried for 24
-- hours, name, receipt, album, the time.
SELECT job.instansi_id, job.bukti_id, bukti.pegawai_id, job.conversation_id, conversation.channel,
       job.rujukan, job.percobaan, clock_timestamp() - job.sejak > interval '24 hours', bukti.nama,
       bukti.kwitansi, bukti.album, clock_timestamp()
FROM bukti_ambil AS job
JOIN conversation
  ON conversation.instansi_id = 0
 AND conversation.conversation_id = job.conversation_id
 AND conversation.channel = ANY ($1::text[])
JOIN bukti
  ON bukti.instansi_id = job.instansi_id
 AND bukti.bukti_id = job.bukti_id
WHERE job.coba_lagi_pada <= clock_timestamp()
ORDER BY job.coba_lagi_pada
LIMIT 1
FOR UPDATE OF job SKIP LOCKED
