SELECT id, url, events, active, version, created_at FROM webhook WHERE id = :id::uuid;
