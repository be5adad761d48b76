CREATE TABLE webhook (
  id            uuid        PRIMARY KEY,
  url           text        NOT NULL CHECK (length(url) <= 2000),
  events        text[]      NOT NULL,
  sealed_secret text        NOT NULL,
  active        boolean     NOT NULL,
  version       bigint      NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL DEFAULT now()
);

-- What a partner is told; kept for 30 days.
CREATE TABLE webhook_delivery (
  id                uuid        PRIMARY KEY,
  webhook_id        uuid        NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  event             text        NOT NULL CHECK (length(event) <= 60),
  payload           jsonb       NOT NULL,
  state             text        NOT NULL DEFAULT 'waiting'
                    CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts          int         NOT NULL DEFAULT 0,
  last_status       int,
  last_error        text        CHECK (length(last_error) <= 500),
  last_milliseconds int,
  retry_until       timestamptz NOT NULL DEFAULT now() + interval '3 days',
  created_at        timestamptz NOT NULL DEFAULT now(),
  tried_at          timestamptz,
  next_try_at       timestamptz,
  delivered_at      timestamptz
) WITH (fillfactor = 80);

CREATE INDEX webhook_delivery_webhook ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_created ON webhook_delivery (created_at);
