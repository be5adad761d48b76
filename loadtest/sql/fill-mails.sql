BEGIN;
TRUNCATE mail;
INSERT INTO mail (id, template, recipient, subject, language, headers, html, text)
     SELECT gen_random_uuid(), 'test', 'visitor' || n || '@example.com', 'A test', 'en', '{}',
            '<p>' || repeat('words ', 200) || '</p>', repeat('words ', 200)
       FROM generate_series(1, :mails) AS n;
INSERT INTO job (id, kind, payload, priority, due_at, max_attempts, unique_key)
     SELECT gen_random_uuid(), 'mail.send', jsonb_build_object('mail', id), 1, now(), 32, id::text
       FROM mail;
COMMIT;
