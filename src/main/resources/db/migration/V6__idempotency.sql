-- Calls that were carried out under an Idempotency-Key, and what they answered.
CREATE TABLE idempotency (
  scope text NOT NULL,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  status smallint,
  content_type text,
  headers jsonb,
  body bytea,
  withheld boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  PRIMARY KEY (scope, key)
);

CREATE INDEX idempotency_expires_at ON idempotency (expires_at);
