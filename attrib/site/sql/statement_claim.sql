SELECT m.claim, m.reason, c.id, c.label, c.status, c.credibility, c.statements, c.documents, c.origins, c.basis
FROM claim_statements m
JOIN claims c ON c.pk = m.claim
WHERE m.statement = :key
