SELECT id FROM claims WHERE pk = :pk
