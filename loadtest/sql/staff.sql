-- A made-up owner of the installation with an API key for the measurements; see Staff.java.
INSERT INTO person (id, email, email_key, name, state)
VALUES ('00000000-0000-7000-8000-0000000000b1', 'load@example.test', 'load@example.test',
        'Lena Load', 'active')
ON CONFLICT DO NOTHING;
INSERT INTO person_role (person_id, role_id)
SELECT '00000000-0000-7000-8000-0000000000b1', id FROM role WHERE name = 'super_admin'
ON CONFLICT DO NOTHING;
INSERT INTO api_key (id, person_id, name, prefix, hash, scopes)
VALUES ('00000000-0000-7000-8000-0000000000b2', '00000000-0000-7000-8000-0000000000b1',
        'Measurements', 'mq_live_LoadTest',
        '\xe659a02da9b1d2124351152b6a307c8bd960eb7be908e270c6a51efce92edb2c',
        '{settings:read,settings:manage,people:read,integrations:read,integrations:manage,system:read,system:manage}')
ON CONFLICT DO NOTHING;
