-- A position is taken after the transaction has its number: once every transaction that was open when a
-- position was seen has ended, no entry can come before that position any more.
CREATE SEQUENCE audit_position;
CREATE FUNCTION next_audit_position() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN nextval('audit_position');
END
$$;
ALTER TABLE audit ADD COLUMN position bigint NOT NULL DEFAULT next_audit_position();
ALTER SEQUENCE audit_position OWNED BY audit.position;
CREATE UNIQUE INDEX audit_in_order ON audit (position);

CREATE INDEX audit_actor ON audit (actor, id);
CREATE INDEX audit_action ON audit (action text_pattern_ops, id);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_words ON audit
  USING gin (to_tsvector('simple', translate(action || ' ' || subject, '.:/_-', '     ')));

-- Each seal covers the entries after the one before it, and that seal itself.
-- "marks" has 48 bytes for each entry: its id and its digest.
CREATE TABLE audit_seal (
  number      bigint      PRIMARY KEY,
  upto        bigint      NOT NULL,
  entries     int         NOT NULL,
  first_entry uuid        NOT NULL,
  last_entry  uuid        NOT NULL,
  sealed_at   timestamptz NOT NULL,
  marks       bytea       NOT NULL,
  hash        text        NOT NULL,
  key         text        NOT NULL,
  signature   text        NOT NULL
);
CREATE TRIGGER audit_seal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Which seal is the newest, signed, so that its loss shows; and how the last look at the chain ended.
CREATE TABLE audit_head (
  single      boolean PRIMARY KEY DEFAULT true CHECK (single),
  seal        bigint  NOT NULL,
  hash        text    NOT NULL,
  key         text    NOT NULL,
  signature   text    NOT NULL,
  verified_at timestamptz,
  verdict     jsonb
);
INSERT INTO audit_head (seal, hash, key, signature) VALUES (0, '', '', '');
