SELECT l.*, p.name, p.kind, p.reliability
FROM statement_sources l
JOIN sources p ON p.id = l.source
WHERE l.statement = :key
ORDER BY l.number
