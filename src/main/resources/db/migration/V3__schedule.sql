-- Who moves next_at on may fire: that is what makes a tick fire once over all instances.
CREATE TABLE schedule_tick (
  name          text        PRIMARY KEY CHECK (length(name) <= 60),
  cadence       text        NOT NULL,
  next_at       timestamptz NOT NULL,
  last_fired_at timestamptz,
  paused        boolean     NOT NULL DEFAULT false,
  version       bigint      NOT NULL DEFAULT 1
) WITH (fillfactor = 50);
