-- How many webhook bodies the bot has not taken yet, and how many of them may go now.
SELECT count(*), count(*) FILTER (WHERE sejak <= clock_timestamp())
FROM simulator_antar
WHERE instansi_id = 0
