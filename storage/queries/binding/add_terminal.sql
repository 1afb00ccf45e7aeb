-- Binds conversation $3 of the terminal to person $2 of instansi $1 at $4, unless it is; other addresses
-- of the person stay.
INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, boleh_memutus_sejak)
VALUES ($1, $2, $3, $4, $4)
ON CONFLICT (conversation_id) WHERE berakhir_pada IS NULL DO NOTHING
