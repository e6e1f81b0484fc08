SELECT p.id, p.name, p.kind, t.statements
FROM source_totals t
JOIN sources p ON p.id = t.source
WHERE p.kind <> 'hearsay'
ORDER BY t.statements DESC, t.source
LIMIT 8
