SELECT a.*, p.name AS source_name, d.id AS document_id, d.label AS document_label
FROM assessments a
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
WHERE a.statement = :key
ORDER BY a.pk
