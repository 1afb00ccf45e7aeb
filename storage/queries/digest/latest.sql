-- The two newest digests of penilai ($1 instansi, $2 pegawai), newest first: whose, digest, when.
SELECT wanted.instansi_id, wanted.pegawai_id, newest.digest_id, newest.pada
FROM unnest($1::integer[], $2::bigint[]) AS wanted (instansi_id, pegawai_id)
CROSS JOIN LATERAL (
    SELECT digest.digest_id, digest.pada
    FROM digest
    WHERE digest.instansi_id = wanted.instansi_id
      AND digest.penilai_id = wanted.pegawai_id
    ORDER BY digest.digest_id DESC
    LIMIT 2
) AS newest
