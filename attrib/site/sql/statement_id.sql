SELECT id FROM statements WHERE pk = :pk
