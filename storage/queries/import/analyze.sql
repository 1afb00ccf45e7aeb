-- Tells the planner what an import has changed, which autovacuum would do only later.
ANALYZE instansi, unit_kerja, pegawai, periode, libur, skp, rhk, indikator
