-- The simulated phones of `serve --demo`: what they show, and what their platform still owes the bot.
-- A real installation never writes here.

-- One row. urutan numbers everything that the page is told: whoever takes a number holds the row until
-- he commits, so that numbers become visible in their order and a reader that has seen n misses nothing
-- up to n. jam is what the demo's clock said at jam_sejak of the real one.
CREATE TABLE simulator (
    instansi_id integer NOT NULL DEFAULT 0,
    tampilan text NOT NULL DEFAULT 'telegram',
    urutan bigint NOT NULL DEFAULT 0,
    jam timestamptz,
    jam_sejak timestamptz,
    CONSTRAINT simulator_pkey PRIMARY KEY (instansi_id),
    CONSTRAINT simulator_tampilan CHECK (tampilan IN ('telegram', 'whatsapp'))
);
INSERT INTO simulator DEFAULT VALUES;

-- A message as the phone shows it. isi is what never changes of it, as JSON. kunci is the sender's own
-- mark: the same message sent again is shown once.
CREATE TABLE simulator_pesan (
    instansi_id integer NOT NULL DEFAULT 0,
    pesan_id bigint GENERATED ALWAYS AS IDENTITY,
    alamat text NOT NULL,
    dari text NOT NULL,
    pada timestamptz NOT NULL,
    kunci text NOT NULL,
    isi text NOT NULL,
    balasan bigint,
    reaksi text NOT NULL DEFAULT '',
    status text NOT NULL DEFAULT 'terkirim',
    bertombol boolean NOT NULL DEFAULT true,
    CONSTRAINT simulator_pesan_pkey PRIMARY KEY (instansi_id, pesan_id),
    CONSTRAINT simulator_pesan_sekali UNIQUE (instansi_id, alamat, dari, kunci),
    CONSTRAINT simulator_pesan_dari CHECK (dari IN ('orang', 'bot')),
    CONSTRAINT simulator_pesan_status CHECK (status IN ('terkirim', 'sampai', 'dibaca'))
);
CREATE INDEX simulator_pesan_ponsel ON simulator_pesan (instansi_id, alamat, pesan_id);

-- What the page is told, in order. Of a message its id: the page gets it as it is by then.
CREATE TABLE simulator_peristiwa (
    instansi_id integer NOT NULL DEFAULT 0,
    urutan bigint NOT NULL,
    jenis text NOT NULL,
    pesan_id bigint,
    isi text NOT NULL DEFAULT '',
    CONSTRAINT simulator_peristiwa_pkey PRIMARY KEY (instansi_id, urutan),
    CONSTRAINT simulator_peristiwa_jenis CHECK (jenis IN ('pesan', 'jam', 'catatan', 'mengetik')),
    CONSTRAINT simulator_peristiwa_pesan
        FOREIGN KEY (instansi_id, pesan_id) REFERENCES simulator_pesan
);

-- Webhook bodies that the bot has not taken yet; not before `sejak`. pesan_id: the message that has
-- arrived when it is taken (null: none).
CREATE TABLE simulator_antar (
    instansi_id integer NOT NULL DEFAULT 0,
    antar_id bigint GENERATED ALWAYS AS IDENTITY,
    alamat text NOT NULL,
    pesan_id bigint,
    isi text NOT NULL,
    sejak timestamptz NOT NULL,
    tahan boolean NOT NULL DEFAULT false,
    CONSTRAINT simulator_antar_pkey PRIMARY KEY (instansi_id, antar_id)
);

CREATE TABLE simulator_berkas (
    instansi_id integer NOT NULL DEFAULT 0,
    berkas_id bigint GENERATED ALWAYS AS IDENTITY,
    nama text NOT NULL,
    tipe text NOT NULL,
    isi bytea NOT NULL,
    CONSTRAINT simulator_berkas_pkey PRIMARY KEY (instansi_id, berkas_id)
);
