-- A page exists once; its words exist once for each language.
CREATE TABLE page (
  id         uuid        PRIMARY KEY,
  type       text        NOT NULL CHECK (type IN ('page', 'blog', 'caseStudy', 'news', 'landing')),
  version    bigint      NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- What a language of a page is now. Title to reading_minutes repeat the published revision (before the first
-- publication: the draft), so that lists need no look at revisions. deleted_at is the page's, set with it.
CREATE TABLE page_locale (
  page_id            uuid        NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  locale             text        NOT NULL CHECK (locale IN ('en', 'de')),
  path               text        NOT NULL CHECK (length(path) <= 300),
  title              text        NOT NULL CHECK (length(title) <= 160),
  excerpt            text        NOT NULL CHECK (length(excerpt) <= 300),
  seo                jsonb       NOT NULL,
  picture            jsonb,
  author             text        CHECK (length(author) <= 100),
  tags               text[]      NOT NULL,
  reading_minutes    int         NOT NULL,
  state              text        NOT NULL DEFAULT 'draft'
                     CHECK (state IN ('draft', 'review', 'approved', 'scheduled', 'published', 'archived')),
  publish_at         timestamptz,
  unpublish_at       timestamptz,
  published_revision int,
  draft_revision     int         NOT NULL,
  version            bigint      NOT NULL DEFAULT 1,
  created_at         timestamptz NOT NULL DEFAULT now(),
  changed_at         timestamptz NOT NULL DEFAULT now(),
  revised_at         timestamptz,
  deleted_at         timestamptz,
  PRIMARY KEY (page_id, locale),
  CHECK (unpublish_at > publish_at),
  CHECK (state NOT IN ('scheduled', 'published') OR (publish_at IS NOT NULL AND published_revision IS NOT NULL))
);

CREATE UNIQUE INDEX page_locale_path ON page_locale (locale, path) WHERE deleted_at IS NULL AND state <> 'archived';
CREATE INDEX page_locale_newest ON page_locale (locale, publish_at, page_id) WHERE published_revision IS NOT NULL;
CREATE INDEX page_locale_publish_at ON page_locale (publish_at);
CREATE INDEX page_locale_unpublish_at ON page_locale (unpublish_at);

-- What was written; the one that is being written is changed in place until it is published or named.
CREATE TABLE page_revision (
  page_id         uuid        NOT NULL,
  locale          text        NOT NULL,
  number          int         NOT NULL,
  path            text        NOT NULL,
  title           text        NOT NULL,
  excerpt         text        NOT NULL,
  seo             jsonb       NOT NULL,
  picture         jsonb,
  author          text,
  tags            text[]      NOT NULL,
  blocks          jsonb       NOT NULL,
  reading_minutes int         NOT NULL,
  name            text        CHECK (length(name) <= 80),
  created_at      timestamptz NOT NULL DEFAULT now(),
  created_by      text        NOT NULL,
  PRIMARY KEY (page_id, locale, number),
  FOREIGN KEY (page_id, locale) REFERENCES page_locale (page_id, locale) ON DELETE CASCADE
);

-- Both revisions that a language points to exist; the two tables point at each other, so it is checked at the commit.
ALTER TABLE page_locale
  ADD CONSTRAINT page_locale_draft FOREIGN KEY (page_id, locale, draft_revision)
    REFERENCES page_revision (page_id, locale, number) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT page_locale_published FOREIGN KEY (page_id, locale, published_revision)
    REFERENCES page_revision (page_id, locale, number) DEFERRABLE INITIALLY DEFERRED;

-- Where a path of a language went. No to_path is ever a from_path: one step always arrives.
CREATE TABLE redirect (
  locale     text        NOT NULL CHECK (locale IN ('en', 'de')),
  from_path  text        NOT NULL CHECK (length(from_path) <= 300),
  to_path    text        NOT NULL CHECK (length(to_path) <= 300),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text        NOT NULL,
  PRIMARY KEY (locale, from_path),
  CHECK (from_path <> to_path)
);
CREATE INDEX redirect_to ON redirect (locale, to_path);

CREATE TABLE menu (
  locale     text        NOT NULL CHECK (locale IN ('en', 'de')),
  place      text        NOT NULL CHECK (place IN ('main', 'action', 'footer', 'legal')),
  items      jsonb       NOT NULL,
  version    bigint      NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by text        NOT NULL,
  PRIMARY KEY (locale, place)
);

-- What was put into a new installation once, so that nobody puts it there again.
CREATE TABLE seed (
  name      text        PRIMARY KEY CHECK (length(name) <= 60),
  seeded_at timestamptz NOT NULL DEFAULT now()
);

-- Whether visitors see a language of a page at a moment: the schedule holds by itself.
CREATE FUNCTION is_live(it page_locale, moment timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (it).deleted_at IS NULL
     AND (it).state IN ('scheduled', 'published')
     AND (it).publish_at <= moment
     AND ((it).unpublish_at IS NULL OR moment < (it).unpublish_at)
$$;
