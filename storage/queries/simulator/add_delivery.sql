-- A webhook body $3 of phone $1 for the bot, of message $2 (null: none), not before $4 milliseconds are
-- over; $5: it waits for the next one, which overtakes it.
INSERT INTO simulator_antar (alamat, pesan_id, isi, sejak, tahan)
VALUES ($1, $2, $3, clock_timestamp() + $4::integer * interval '1 millisecond', $5)
