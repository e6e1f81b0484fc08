SELECT s.pk
FROM claim_statements m
JOIN statements s ON s.pk = m.statement
WHERE m.claim = :key
ORDER BY s.date DESC, s.pk DESC
LIMIT :most
