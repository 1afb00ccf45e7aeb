-- Evidence: what people send or link, the files still to be fetched, and what is sent out again.

-- status is the owner's decision (versi counts those); simpan is where the content is.
CREATE TABLE bukti (
    instansi_id integer NOT NULL,
    bukti_id bigint GENERATED ALWAYS AS IDENTITY,
    pegawai_id bigint NOT NULL,
    indikator_id bigint NOT NULL,
    periode_id bigint NOT NULL,
    nomor integer NOT NULL,
    nama text NOT NULL,
    tautan text NOT NULL DEFAULT '',
    sha256 text NOT NULL DEFAULT '',
    tipe text NOT NULL DEFAULT '',
    ukuran bigint NOT NULL DEFAULT 0,
    status text NOT NULL,
    simpan text NOT NULL,
    sebab text NOT NULL DEFAULT '',
    versi integer NOT NULL,
    pada timestamptz NOT NULL,
    kwitansi text NOT NULL,
    album text NOT NULL DEFAULT '',
    CONSTRAINT bukti_pkey PRIMARY KEY (instansi_id, bukti_id),
    CONSTRAINT bukti_nomor_unik UNIQUE (instansi_id, indikator_id, periode_id, nomor),
    CONSTRAINT bukti_pegawai FOREIGN KEY (instansi_id, pegawai_id) REFERENCES pegawai,
    CONSTRAINT bukti_indikator FOREIGN KEY (instansi_id, indikator_id) REFERENCES indikator,
    CONSTRAINT bukti_periode FOREIGN KEY (instansi_id, periode_id) REFERENCES periode,
    CONSTRAINT bukti_status CHECK (status IN ('ada', 'dihapus')),
    CONSTRAINT bukti_simpan CHECK (simpan IN ('diambil', 'tersimpan', 'gagal')),
    CONSTRAINT bukti_sebab
        CHECK (sebab IN ('', 'hilang', 'terlalu_besar', 'jenis', 'kosong', 'waktu_habis')),
    CONSTRAINT bukti_tautan CHECK (tautan = '' OR tautan ~ '^[hH][tT][tT][pP][sS]?://'),
    CONSTRAINT bukti_sha256 CHECK (sha256 = '' OR sha256 ~ '^[0-9a-f]{64}$'),
    -- What is stored is a link or a file, never both.
    CONSTRAINT bukti_isi CHECK (simpan <> 'tersimpan' OR (tautan = '') <> (sha256 = ''))
);
CREATE INDEX bukti_milik ON bukti (instansi_id, pegawai_id);
CREATE INDEX bukti_kwitansi ON bukti (instansi_id, kwitansi);

CREATE TABLE bukti_versi (
    instansi_id integer NOT NULL,
    bukti_id bigint NOT NULL,
    versi integer NOT NULL,
    status text NOT NULL,
    oleh bigint,
    pada timestamptz NOT NULL,
    kwitansi text NOT NULL,
    CONSTRAINT bukti_versi_pkey PRIMARY KEY (instansi_id, bukti_id, versi),
    CONSTRAINT bukti_versi_bukti FOREIGN KEY (instansi_id, bukti_id) REFERENCES bukti
);
CREATE INDEX bukti_versi_kwitansi ON bukti_versi (instansi_id, kwitansi);

-- A file that is still at the platform. A row of its own, so that fetching, which holds it locked for
-- as long as it takes, and the owner do not wait for each other. It goes when the file is settled.
CREATE TABLE bukti_ambil (
    instansi_id integer NOT NULL,
    bukti_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    rujukan text NOT NULL,
    sejak timestamptz NOT NULL DEFAULT clock_timestamp(),
    percobaan integer NOT NULL DEFAULT 0,
    coba_lagi_pada timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT bukti_ambil_pkey PRIMARY KEY (instansi_id, bukti_id),
    CONSTRAINT bukti_ambil_bukti FOREIGN KEY (instansi_id, bukti_id) REFERENCES bukti
);
CREATE INDEX bukti_ambil_urut ON bukti_ambil (coba_lagi_pada);

-- Under which id a platform keeps a file that we sent it.
CREATE TABLE unggahan (
    instansi_id integer NOT NULL DEFAULT 0,
    channel text NOT NULL,
    account text NOT NULL,
    sha256 text NOT NULL,
    cara text NOT NULL,
    rujukan text NOT NULL,
    berlaku_sampai timestamptz NOT NULL,
    CONSTRAINT unggahan_pkey PRIMARY KEY (instansi_id, channel, account, sha256),
    CONSTRAINT unggahan_cara CHECK (cara IN ('photo', 'document'))
);

-- The file that goes with a message: its hash in the store, the name and the type it goes under.
ALTER TABLE outbox
    ADD COLUMN lampiran text NOT NULL DEFAULT '',
    ADD COLUMN lampiran_nama text NOT NULL DEFAULT '',
    ADD COLUMN lampiran_tipe text NOT NULL DEFAULT '';
