SELECT x.statement, a.verdict, a.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, a.exact, d.id AS document, d.label AS document_label,
  d.language
FROM stands x
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
WHERE x.statement IN (SELECT pk FROM statements WHERE document = :key)
ORDER BY x.statement, x.decides DESC, a.verdict NOT IN ('denies', 'doubts'), a.pk
