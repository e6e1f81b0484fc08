SELECT l.*, p.name, p.kind, k.name AS kind_name, r.name AS relation_name, q.name AS disclosure_name
FROM statement_sources l
JOIN sources p ON p.id = l.source
JOIN source_kinds k ON k.code = p.kind
JOIN relations r ON r.code = l.relation
LEFT JOIN disclosures q ON q.code = l.disclosure
WHERE l.statement = :key
ORDER BY l.number
