CREATE SEQUENCE job_token;

-- A finished job is deleted: the table stays as small as the work that is open.
-- due_at is the first moment somebody may claim it: its start, its next try, or the end of its lease.
CREATE TABLE job (
  id           uuid        PRIMARY KEY,
  kind         text        NOT NULL CHECK (length(kind) <= 60),
  state        text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'leased', 'parked')),
  priority     smallint    NOT NULL CHECK (priority BETWEEN 0 AND 2),
  payload      jsonb       NOT NULL,
  unique_key   text        CHECK (length(unique_key) <= 200),
  rerun        boolean     NOT NULL DEFAULT false,
  due_at       timestamptz NOT NULL,
  attempts     int         NOT NULL DEFAULT 0,
  max_attempts int         NOT NULL,
  token        bigint,
  last_error   text        CHECK (length(last_error) <= 500),
  version      bigint      NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL DEFAULT now(),
  parked_at    timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX job_due ON job (kind, priority, due_at) INCLUDE (state) WHERE state <> 'parked';
CREATE INDEX job_parked ON job (kind, parked_at) WHERE state = 'parked';
CREATE UNIQUE INDEX job_unique ON job (kind, unique_key) WHERE unique_key IS NOT NULL AND state <> 'parked';

-- How far a kind with a rate has spent its permits, shared by all instances.
CREATE TABLE job_rate (
  kind        text        PRIMARY KEY,
  spent_until timestamptz NOT NULL
) WITH (fillfactor = 50);
