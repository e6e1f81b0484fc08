SELECT id, exact, level, type FROM (
  SELECT pk, id, exact, level, type FROM statements WHERE parent = :key
  UNION ALL
  SELECT pk, id, exact, level, type FROM statements WHERE pk = (SELECT parent FROM statements WHERE pk = :key)
)
ORDER BY level, pk
