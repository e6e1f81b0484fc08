SELECT s.pk, s.id, s.exact, s.level, s.type, t.name AS type_name
FROM statements s
JOIN statement_types t ON t.code = s.type
WHERE s.parent = :key OR s.pk = (SELECT parent FROM statements WHERE pk = :key)
ORDER BY s.level, s.pk
