-- From now on the phones look like $1 ('telegram' or 'whatsapp').
UPDATE simulator
SET tampilan = coalesce($1, tampilan)
WHERE instansi_id = 0
