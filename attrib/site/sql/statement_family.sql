SELECT id, exact, level, type FROM statements
WHERE parent = :key OR pk = (SELECT parent FROM statements WHERE pk = :key)
ORDER BY level, pk
