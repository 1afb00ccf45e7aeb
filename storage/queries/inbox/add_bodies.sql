-- Keeps raw webhook bodies. $1 channels, $2 accounts, $3 bodies: one array element per body. A body
-- that is known changes nothing.
INSERT INTO inbox (channel, account, sha256, raw)
SELECT channel, account, sha256(raw), raw
FROM unnest($1::text[], $2::text[], $3::bytea[]) AS body (channel, account, raw)
ON CONFLICT DO NOTHING
