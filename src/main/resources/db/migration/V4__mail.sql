-- One row for each recipient; the id is also the Message-ID, so that a copy sent twice is known as one.
CREATE TABLE mail (
  id         uuid        PRIMARY KEY,
  template   text        NOT NULL CHECK (length(template) <= 60),
  recipient  text        NOT NULL CHECK (length(recipient) <= 254),
  subject    text        NOT NULL CHECK (length(subject) <= 300),
  language   text        NOT NULL CHECK (length(language) <= 8),
  headers    jsonb       NOT NULL,
  html       text        NOT NULL,
  text       text        NOT NULL,
  state      text        NOT NULL DEFAULT 'queued'
             CHECK (state IN ('queued', 'leased', 'sent', 'failed', 'bounced')),
  attempts   int         NOT NULL DEFAULT 0,
  last_error text        CHECK (length(last_error) <= 500),
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at    timestamptz
) WITH (fillfactor = 80);

CREATE INDEX mail_open ON mail (state, id) WHERE state IN ('failed', 'bounced');
