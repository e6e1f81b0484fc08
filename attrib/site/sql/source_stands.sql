SELECT a.*, v.name AS verdict_name, s.exact AS target, d.label AS document_label
FROM assessments a
JOIN verdicts v ON v.code = a.verdict
JOIN documents d ON d.pk = a.document
LEFT JOIN statements s ON s.pk = a.statement
WHERE a.source = :key
ORDER BY a.pk
LIMIT 25
