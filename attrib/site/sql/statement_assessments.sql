SELECT
  a.*, v.name AS verdict_name, p.name AS source_name, d.label AS document_label
FROM assessments a
JOIN verdicts v ON v.code = a.verdict
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
WHERE a.statement = :key
ORDER BY a.pk
