-- What a platform counts: the people who were written to outside their window within a day, and the
-- messages of a month that cost nothing (PLATFORMS.md sections 5 and 8).
CREATE INDEX outbox_people ON outbox (instansi_id, settled_at) WHERE as_template;
CREATE INDEX outbox_free ON outbox (instansi_id, settled_at)
    WHERE NOT as_template AND delivery IN ('delivered', 'read', 'played');
