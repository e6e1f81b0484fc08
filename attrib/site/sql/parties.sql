SELECT p.id, p.name, p.kind, sum(m.statements) AS statements
FROM source_months m
JOIN sources p ON p.id = m.source
WHERE m.relation = 'states' AND m.status <> 'asserted' AND p.kind <> 'hearsay'
GROUP BY p.id
ORDER BY sum(m.statements) DESC, p.name
LIMIT 8
