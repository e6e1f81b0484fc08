SELECT
  a.verdict, a.exact, s.id AS statement, s.exact AS target, s.source AS target_source,
  CASE WHEN :english THEN ifnull(t.name_en, t.name) ELSE t.name END AS target_source_name,
  d.id AS document, d.label AS document_label, d.language,
  (SELECT language FROM documents WHERE pk = s.document) AS target_language
FROM assessments a
JOIN documents d ON d.pk = a.document
LEFT JOIN statements s ON s.pk = a.statement
LEFT JOIN sources t ON t.id = s.source
WHERE a.source = :key
ORDER BY a.pk
LIMIT 25
