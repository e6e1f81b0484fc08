SELECT a.verdict, a.exact, p.id AS source, p.name AS source_name, s.id AS statement, s.exact AS target,
  d.id AS document, d.label AS document_label
FROM claim_statements m
JOIN assessments a ON a.statement = m.statement
JOIN sources p ON p.id = a.source
JOIN statements s ON s.pk = a.statement
JOIN documents d ON d.pk = a.document
WHERE m.claim = :key
ORDER BY p.name, a.pk
LIMIT 200
