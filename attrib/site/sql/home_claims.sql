SELECT c.id, c.label, c.status, c.credibility, c.statements, c.documents, c.origins, c.versions,
  (SELECT d.language FROM statements s JOIN documents d ON d.pk = s.document WHERE s.pk = c.statement) AS language
FROM claims c
WHERE c.label IS NOT NULL AND c.statements > 1
ORDER BY c.documents DESC, c.versions DESC, c.statements DESC, c.pk
LIMIT 5
