-- The one row: tampilan, urutan, jam, jam_sejak (nulls if the clock was never kept).
SELECT tampilan, urutan, jam, jam_sejak
FROM simulator
WHERE instansi_id = 0
