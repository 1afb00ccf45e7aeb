-- What waits: bodies not cut, open events, quarantined events and bodies, messages to send, in doubt,
-- dead, addresses gone.
SELECT (SELECT count(*) FROM inbox WHERE instansi_id = 0 AND state = 'new'),
       (SELECT count(*) FROM event WHERE instansi_id = 0 AND state = 'open'),
       (SELECT count(*) FROM event WHERE instansi_id = 0 AND state = 'quarantine'),
       (SELECT count(*) FROM inbox WHERE instansi_id = 0 AND state = 'quarantine'),
       (SELECT count(*) FROM outbox WHERE instansi_id = 0 AND state = 'waiting'),
       (SELECT count(*) FROM outbox WHERE instansi_id = 0 AND state = 'in_doubt'),
       (SELECT count(*) FROM outbox WHERE instansi_id = 0 AND state IN ('dead', 'rejected')),
       (SELECT count(*) FROM lane WHERE instansi_id = 0 AND gone_at > '-infinity')
