-- By the beginnings of words, in the title and in the address.
CREATE INDEX page_locale_words ON page_locale
  USING gin (to_tsvector('simple', title || ' ' || translate(path, '/-_.', '    ')))
  WHERE deleted_at IS NULL;
