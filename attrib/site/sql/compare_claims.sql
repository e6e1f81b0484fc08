SELECT c.pk, c.id, c.label, c.status, c.statements, c.documents,
  (SELECT d.language FROM statements s JOIN documents d ON d.pk = s.document WHERE s.pk = c.statement) AS language
FROM claims c
WHERE c.pk IN (
  SELECT m.claim FROM statement_sources l JOIN claim_statements m ON m.statement = l.statement
  WHERE l.source = :a AND l.relation = 'states'
) AND c.pk IN (
  SELECT m.claim FROM statement_sources l JOIN claim_statements m ON m.statement = l.statement
  WHERE l.source = :b AND l.relation = 'states'
)
ORDER BY c.documents DESC, c.statements DESC, c.pk
LIMIT 20
