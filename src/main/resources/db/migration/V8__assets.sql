-- Fingerprinted files of this and former builds: a page that a visitor opened before the last
-- deployment asks for the files of its own build, whichever instance answers.
CREATE TABLE asset (
    path         text        PRIMARY KEY CHECK (length(path) <= 200),
    content_type text        NOT NULL,
    body         bytea       NOT NULL,
    first_build  text        NOT NULL,
    last_build   text        NOT NULL,
    first_seen   timestamptz NOT NULL DEFAULT now(),
    last_seen    timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX asset_last_seen ON asset (last_seen);
