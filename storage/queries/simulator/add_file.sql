-- Keeps a file: name $1, type $2, content $3. Gives its id.
INSERT INTO simulator_berkas (nama, tipe, isi)
VALUES ($1, $2, $3)
RETURNING berkas_id
