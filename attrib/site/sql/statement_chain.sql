SELECT c.position, c.source, p.name AS source_name, c.mention, c.rule, c.detail
FROM attribution_chain c
JOIN sources p ON p.id = c.source
WHERE c.statement = :key
ORDER BY c.position, c.number
