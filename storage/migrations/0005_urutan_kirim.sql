-- What goes first where a platform does not let everything go at once (PLATFORMS.md section 5): 0 answers,
-- 1 notices with a term in law, 2 digests, 3 the rest. Messages from before count as the rest.
ALTER TABLE outbox
    ADD COLUMN urgency smallint NOT NULL DEFAULT 3,
    ADD CONSTRAINT outbox_urgency CHECK (urgency BETWEEN 0 AND 3);
CREATE INDEX outbox_urgent ON outbox (instansi_id, urgency, conversation_id) WHERE state = 'waiting';
