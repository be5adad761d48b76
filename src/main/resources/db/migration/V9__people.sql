-- What somebody may do: permissions of the built-in roles are the program's, in roles.yaml.
CREATE TABLE role (
  id            uuid        PRIMARY KEY,
  name          text        NOT NULL UNIQUE CHECK (name ~ '^[a-z][a-z0-9_]{1,39}$'),
  title         jsonb       NOT NULL,
  rank          int         NOT NULL CHECK (rank BETWEEN 1 AND 40),
  permissions   text[]      NOT NULL DEFAULT '{}',
  second_factor boolean     NOT NULL DEFAULT false,
  built_in      boolean     NOT NULL DEFAULT false,
  version       bigint      NOT NULL DEFAULT 1,
  changed_at    timestamptz NOT NULL DEFAULT now()
);
INSERT INTO role (id, name, title, rank, second_factor, built_in) VALUES
  ('00000000-0000-7000-8000-000000000010', 'viewer',      '{"en": "Viewer", "de": "Lesen"}', 10, false, true),
  ('00000000-0000-7000-8000-000000000015', 'consultant',  '{"en": "Consultant", "de": "Beratung"}', 10, false, true),
  ('00000000-0000-7000-8000-000000000020', 'editor',      '{"en": "Editor", "de": "Redaktion"}', 20, false, true),
  ('00000000-0000-7000-8000-000000000030', 'admin',       '{"en": "Administrator", "de": "Verwaltung"}', 30, false, true),
  ('00000000-0000-7000-8000-000000000040', 'super_admin', '{"en": "Owner", "de": "Inhaber"}', 40, true, true);

-- Staff; a deleted person keeps the row for 30 days, to be brought back, until it is purged.
CREATE TABLE person (
  id            uuid        PRIMARY KEY,
  email         text        NOT NULL CHECK (length(email) <= 254),
  email_key     text        NOT NULL CHECK (length(email_key) <= 254),
  name          text        NOT NULL CHECK (length(name) <= 120),
  language      text        NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de')),
  zone          text        NOT NULL DEFAULT 'Europe/Berlin' CHECK (length(zone) <= 64),
  state         text        NOT NULL CHECK (state IN ('invited', 'active', 'deactivated', 'deleted')),
  password      text        CHECK (length(password) <= 300),
  password_at   timestamptz,
  avatar        bytea       CHECK (octet_length(avatar) <= 262144),
  avatar_type   text        CHECK (avatar_type IN ('image/png', 'image/jpeg', 'image/webp')),
  created_at    timestamptz NOT NULL DEFAULT now(),
  last_login_at timestamptz,
  deleted_at    timestamptz,
  version       bigint      NOT NULL DEFAULT 1,
  search        tsvector    GENERATED ALWAYS AS
                  (to_tsvector('simple', name || ' ' || translate(email_key, '@.-_+', '     '))) STORED
);
CREATE UNIQUE INDEX person_email ON person (email_key) WHERE state <> 'deleted';
CREATE INDEX person_search ON person USING gin (search);
CREATE INDEX person_state ON person (state, deleted_at);
-- One for every order of the list, with and without the deleted ones.
CREATE INDEX person_name ON person (lower(name), id) WHERE state <> 'deleted';
CREATE INDEX person_email_key ON person (email_key, id) WHERE state <> 'deleted';
CREATE INDEX person_created ON person (created_at, id) WHERE state <> 'deleted';
CREATE INDEX person_login ON person (coalesce(last_login_at, '-infinity'::timestamptz), id)
  WHERE state <> 'deleted';
CREATE INDEX person_state_name ON person (state, lower(name), id);
CREATE INDEX person_state_email ON person (state, email_key, id);
CREATE INDEX person_state_created ON person (state, created_at, id);
CREATE INDEX person_state_login ON person (state, coalesce(last_login_at, '-infinity'::timestamptz), id);

CREATE TABLE person_role (
  person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  role_id   uuid NOT NULL REFERENCES role,
  PRIMARY KEY (person_id, role_id)
);
CREATE INDEX person_role_role ON person_role (role_id, person_id);

-- Somebody signed in; "refresh" is what brings the next access token, "earlier" what brought this one.
CREATE TABLE session (
  id               uuid        PRIMARY KEY,
  person_id        uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  refresh          bytea       NOT NULL,
  earlier          bytea,
  rotated_at       timestamptz NOT NULL DEFAULT now(),
  methods          text[]      NOT NULL,
  client           text        NOT NULL CHECK (length(client) <= 60),
  agent            text        NOT NULL CHECK (length(agent) <= 300),
  created_at       timestamptz NOT NULL DEFAULT now(),
  authenticated_at timestamptz NOT NULL DEFAULT now(),
  active_at        timestamptz NOT NULL DEFAULT now(),
  expires_at       timestamptz NOT NULL,
  ended_at         timestamptz,
  ended_by         text        CHECK (length(ended_by) <= 60)
);
CREATE INDEX session_person ON session (person_id, id);
CREATE INDEX session_expiry ON session (expires_at);

-- Moves whenever somebody loses or gains a right, so that every instance notices.
CREATE TABLE access_version (
  single  boolean PRIMARY KEY DEFAULT true CHECK (single),
  version bigint  NOT NULL
);
INSERT INTO access_version (version) VALUES (0);

-- Pairs that sign access tokens; the private half is sealed.
CREATE TABLE signing_key (
  id          text        PRIMARY KEY,
  public_key  text        NOT NULL,
  private_key text        NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  signs_from  timestamptz NOT NULL,
  retired_at  timestamptz
);

-- How machines sign in; only the hash is kept.
CREATE TABLE api_key (
  id           uuid        PRIMARY KEY,
  person_id    uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  name         text        NOT NULL CHECK (length(name) <= 80),
  prefix       text        NOT NULL UNIQUE CHECK (length(prefix) <= 24),
  hash         bytea       NOT NULL UNIQUE,
  scopes       text[]      NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  version      bigint      NOT NULL DEFAULT 1
);
CREATE INDEX api_key_person ON api_key (person_id, id);

-- Links and tickets: each for one purpose, for a while, so many times; only the hash is kept.
CREATE TABLE token (
  hash       bytea       PRIMARY KEY,
  purpose    text        NOT NULL CHECK (length(purpose) <= 40),
  subject    text        NOT NULL CHECK (length(subject) <= 80),
  data       jsonb       NOT NULL DEFAULT '{}',
  uses       int         NOT NULL CHECK (uses >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX token_subject ON token (subject, purpose);
CREATE INDEX token_expiry ON token (expires_at);

-- Wrong passwords and codes, by a hash of what they were tried on and from which network; those
-- of one account share a hash. "known_at": somebody signed in from there.
CREATE TABLE login_failure (
  key          bytea       PRIMARY KEY,
  account      bytea,
  failures     int         NOT NULL,
  last_at      timestamptz NOT NULL,
  locked_until timestamptz,
  known_at     timestamptz
);
CREATE INDEX login_failure_account ON login_failure (account);
CREATE INDEX login_failure_age ON login_failure (last_at);

CREATE TABLE totp (
  person_id    uuid        PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  secret       text        NOT NULL,
  last_step    bigint      NOT NULL DEFAULT 0,
  failures     int         NOT NULL DEFAULT 0,
  failed_at    timestamptz,
  locked_until timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz
);

CREATE TABLE recovery_code (
  person_id uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  hash      bytea       NOT NULL,
  used_at   timestamptz,
  PRIMARY KEY (person_id, hash)
);

CREATE TABLE passkey (
  id            uuid        PRIMARY KEY,
  person_id     uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  credential_id bytea       NOT NULL UNIQUE CHECK (octet_length(credential_id) <= 1023),
  public_key    bytea       NOT NULL,
  counter       bigint      NOT NULL,
  transports    text[]      NOT NULL DEFAULT '{}',
  movable       boolean     NOT NULL DEFAULT false,
  backed_up     boolean     NOT NULL DEFAULT false,
  name          text        NOT NULL CHECK (length(name) <= 80),
  created_at    timestamptz NOT NULL DEFAULT now(),
  last_used_at  timestamptz
);
CREATE INDEX passkey_person ON passkey (person_id, id);

-- Who a person is at a single sign-on provider.
CREATE TABLE sso_identity (
  issuer     text        NOT NULL CHECK (length(issuer) <= 300),
  subject    text        NOT NULL CHECK (length(subject) <= 255),
  person_id  uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX sso_identity_person ON sso_identity (person_id);
