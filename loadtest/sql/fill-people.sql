-- A hundred thousand made-up people, of whom one in a hundred is an administrator.
BEGIN;
DELETE FROM person WHERE email_key LIKE 'p%@people.example.com';
INSERT INTO person (id, email, email_key, name, state, created_at, last_login_at)
     SELECT gen_random_uuid(), 'p' || n || '@people.example.com', 'p' || n || '@people.example.com',
            'Person ' || substr(md5(n::text), 1, 6) || ' Maker' || n % 997,
            CASE WHEN n % 500 = 0 THEN 'deleted' WHEN n % 50 = 0 THEN 'invited'
                 WHEN n % 20 = 0 THEN 'deactivated' ELSE 'active' END,
            now() - n * interval '1 minute',
            CASE WHEN n % 3 > 0 THEN now() - n * interval '1 hour' END
       FROM generate_series(1, :people) AS n;
INSERT INTO person_role (person_id, role_id)
     SELECT p.id, r.id
       FROM person p
       JOIN role r ON r.name = CASE WHEN p.email_key LIKE 'p77%' THEN 'admin'
                                    WHEN p.email_key LIKE 'p1%' THEN 'editor' ELSE 'viewer' END
      WHERE p.email_key LIKE 'p%@people.example.com';
COMMIT;
ANALYZE person;
ANALYZE person_role;
