SELECT m.claim, m.reason, c.id, c.label, c.status, c.credibility, c.statements, c.documents, c.origins, c.basis,
  (SELECT d.language FROM statements s JOIN documents d ON d.pk = s.document WHERE s.pk = c.statement) AS language
FROM claim_statements m
JOIN claims c ON c.pk = m.claim
WHERE m.statement = :key
