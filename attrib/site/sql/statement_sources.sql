SELECT l.*, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name, p.kind, p.reliability
FROM statement_sources l
JOIN sources p ON p.id = l.source
WHERE l.statement = :key
ORDER BY l.number
