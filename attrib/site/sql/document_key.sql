SELECT id FROM documents WHERE pk = :pk
