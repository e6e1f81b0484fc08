SELECT p.id, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name
FROM source_totals t
JOIN sources p ON p.id = t.source
WHERE p.kind <> 'hearsay'
ORDER BY t.statements DESC, t.source
LIMIT 150
