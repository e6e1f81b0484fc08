SELECT
  a.verdict, p.id AS source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, count(*) AS statements,
  min(a.pk) AS first, a.exact, d.id AS document, d.label AS document_label, d.language,
  t.id AS statement, t.exact AS target, (SELECT language FROM documents WHERE pk = t.document) AS target_language
FROM stands x
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
LEFT JOIN statements t ON t.pk = a.statement
JOIN verdicts v ON v.code = a.verdict
WHERE x.statement IN (SELECT statement FROM claim_statements WHERE claim = :key)
GROUP BY p.id, a.verdict, a.document, a.start
ORDER BY v.position, p.name, a.document, a.start
LIMIT 200
