TRUNCATE job;
INSERT INTO job (id, kind, payload, priority, due_at, max_attempts)
     SELECT gen_random_uuid(), :'kind', jsonb_build_object('mail', gen_random_uuid()), 1, now(), 10
       FROM generate_series(1, :jobs);
VACUUM ANALYZE job;
CHECKPOINT;
