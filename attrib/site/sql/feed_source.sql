SELECT s.pk
FROM statement_sources l
JOIN statements s ON s.pk = l.statement
WHERE l.source = :key
GROUP BY s.pk
ORDER BY s.date DESC, s.pk DESC
LIMIT :most
