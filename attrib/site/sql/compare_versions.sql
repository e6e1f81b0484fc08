WITH shared AS (
  SELECT m.claim FROM statement_sources l JOIN claim_statements m ON m.statement = l.statement
  WHERE l.source = :a AND l.relation = 'states'
  INTERSECT
  SELECT m.claim FROM statement_sources l JOIN claim_statements m ON m.statement = l.statement
  WHERE l.source = :b AND l.relation = 'states'
)
SELECT
  m.claim, l.source AS side, s.pk, s.id, s.exact, s.context, s.context_start, s.spans, s.status, s.said_on, l.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name,
  d.id AS document, d.label AS document_label, d.publisher, d.published, d.language, m.value, m.value_to, m.qualifier, m.polarity
FROM shared
JOIN claim_statements m ON m.claim = shared.claim
JOIN statement_sources l ON l.statement = m.statement AND l.relation = 'states' AND l.source IN (:a, :b)
JOIN statements s ON s.pk = m.statement
JOIN documents d ON d.pk = s.document
JOIN sources p ON p.id = l.source
ORDER BY ifnull(s.said_on, d.published), s.pk
LIMIT 200
