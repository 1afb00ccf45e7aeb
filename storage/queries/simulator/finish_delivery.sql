-- The bot has taken body $1.
DELETE FROM simulator_antar
WHERE instansi_id = 0
  AND antar_id = $1
