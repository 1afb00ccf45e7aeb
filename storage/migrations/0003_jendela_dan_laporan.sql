-- What a platform asks for on which people are known by number, can be written to only for a while,
-- and every message is reported on (PLATFORMS.md sections 2.3, 8 and 9).

-- number: the telephone number that the platform vouches for; messages go there. Empty: to the address.
-- window_until: until when the person can be written to freely, where that has an end; null: not at all.
ALTER TABLE conversation
    ADD COLUMN number text NOT NULL DEFAULT '',
    ADD COLUMN window_until timestamptz;
CREATE INDEX conversation_number ON conversation (instansi_id, channel, account, number)
    WHERE number <> '';

-- parameters: of the platform's template, a line each. as_template: it went out in those words.
-- delivery and price: as the platform reported. held: waits until the person writes again.
ALTER TABLE outbox
    ADD COLUMN parameters text NOT NULL DEFAULT '',
    ADD COLUMN as_template boolean NOT NULL DEFAULT false,
    ADD COLUMN delivery text,
    ADD COLUMN delivery_at timestamptz,
    ADD COLUMN price_category text NOT NULL DEFAULT '',
    ADD COLUMN price_type text NOT NULL DEFAULT '',
    ADD CONSTRAINT outbox_delivery CHECK
        (delivery IN ('sent', 'delivered', 'read', 'played', 'failed')),
    DROP CONSTRAINT outbox_state,
    ADD CONSTRAINT outbox_state CHECK (state IN
        ('scheduled', 'waiting', 'held', 'sent', 'in_doubt', 'rejected', 'gone', 'cancelled', 'dead'));
CREATE INDEX outbox_held ON outbox (instansi_id, conversation_id) WHERE state = 'held';
CREATE INDEX outbox_templates ON outbox (instansi_id, conversation_id, settled_at) WHERE as_template;

-- What a platform told about a message of ours; outbox_id is null for one that we do not know.
CREATE TABLE delivery_report (
    instansi_id integer NOT NULL DEFAULT 0,
    channel text NOT NULL,
    account text NOT NULL,
    external_id text NOT NULL,
    message_id text NOT NULL,
    status text NOT NULL,
    error_code text NOT NULL DEFAULT '',
    outbox_id bigint,
    reported_at timestamptz,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT delivery_report_once PRIMARY KEY (instansi_id, channel, account, external_id)
);
