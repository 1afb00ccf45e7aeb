-- So that every statement finds its rows by key, whatever the planner knows. An index over what waits is
-- empty most of the year, and then reading all of it seems as cheap as any key: an index that is there to be
-- read in order has a condition of its own, always true, that only the statements which do that repeat.

DROP INDEX outbox_urgent;
CREATE INDEX outbox_urgent ON outbox (instansi_id, urgency, conversation_id)
    WHERE state = 'waiting' AND urgency >= 0;
DROP INDEX outbox_scheduled;
CREATE INDEX outbox_scheduled ON outbox (instansi_id, due_at)
    WHERE state = 'scheduled' AND due_at > '-infinity';
DROP INDEX outbox_people;
CREATE INDEX outbox_people ON outbox (instansi_id, settled_at)
    WHERE as_template AND settled_at > '-infinity';
DROP INDEX realisasi_menunggu;
CREATE INDEX realisasi_menunggu ON realisasi (instansi_id, indikator_id, periode_id)
    WHERE status = 'diajukan' AND versi > 0;

-- Digests that may not have arrived, and what is counted for the operator.
CREATE INDEX outbox_in_doubt ON outbox (instansi_id, digest_id) WHERE state = 'in_doubt';
CREATE INDEX outbox_given_up ON outbox (instansi_id, outbox_id) WHERE state IN ('dead', 'rejected');
CREATE INDEX event_quarantine ON event (instansi_id, event_id) WHERE state = 'quarantine';
CREATE INDEX inbox_quarantine ON inbox (instansi_id, inbox_id) WHERE state = 'quarantine';
CREATE INDEX lane_gone ON lane (instansi_id, conversation_id) WHERE gone_at > '-infinity';
