SELECT found.statement, a.verdict, a.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, a.exact, d.id AS document, d.label AS document_label,
  d.language
FROM (
  SELECT statement, pk, max(decides) AS decides FROM (
    SELECT s.pk AS statement, a.pk, 0 AS decides
    FROM statements s JOIN assessments a ON a.statement = s.pk WHERE s.document = :key
    UNION ALL
    SELECT s.pk, b.assessment, 1 FROM statements s JOIN status_by b ON b.statement = s.pk WHERE s.document = :key
  ) GROUP BY statement, pk
) found
JOIN assessments a ON a.pk = found.pk
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
ORDER BY found.statement, found.decides DESC, a.verdict NOT IN ('denies', 'doubts'), a.pk
