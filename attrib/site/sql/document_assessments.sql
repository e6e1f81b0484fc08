SELECT a.statement, a.verdict, a.source, p.name AS source_name, a.exact, d.id AS document, d.label AS document_label
FROM statements s
JOIN assessments a ON a.statement = s.pk
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
WHERE s.document = :key
ORDER BY a.statement, a.pk
