SELECT found.statement, a.verdict, a.source, p.name AS source_name, a.exact, d.id AS document, d.label AS document_label
FROM (
  SELECT s.pk AS statement, a.pk FROM statements s JOIN assessments a ON a.statement = s.pk WHERE s.document = :key
  UNION
  SELECT s.pk, b.assessment FROM statements s JOIN status_by b ON b.statement = s.pk WHERE s.document = :key
) found
JOIN assessments a ON a.pk = found.pk
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
ORDER BY found.statement, a.pk
