-- What the pegawai wants to be known beside the number (DOMAIN.md section 5, realisasi). Kept with every
-- version, so that taking one back brings the note of the one before.
ALTER TABLE realisasi
    ADD COLUMN keterangan text NOT NULL DEFAULT '';
ALTER TABLE realisasi_versi
    ADD COLUMN keterangan text NOT NULL DEFAULT '';
