SELECT
  m.claim, l.source AS side, s.pk, s.id, s.exact, s.context, s.context_start, s.spans, s.status, s.said_on, l.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name,
  d.id AS document, d.label AS document_label, d.publisher, d.published, m.value, m.value_to, m.qualifier, m.polarity
FROM statement_sources l
JOIN claim_statements m ON m.statement = l.statement
JOIN statements s ON s.pk = l.statement
JOIN documents d ON d.pk = s.document
JOIN sources p ON p.id = l.source
WHERE l.relation = 'states' AND l.source IN (:a, :b) AND m.claim IN (
  SELECT n.claim FROM statement_sources k JOIN claim_statements n ON n.statement = k.statement
  WHERE k.source = CASE l.source WHEN :a THEN :b ELSE :a END AND k.relation = 'states'
)
ORDER BY ifnull(s.said_on, d.published), s.pk
LIMIT 200
