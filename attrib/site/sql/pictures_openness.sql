WITH shown AS (
  SELECT pk, id, label, published FROM documents ORDER BY published DESC, pk LIMIT 15
)
SELECT d.id, d.pk, d.label AS name, c.disclosure, sum(c.statements) AS statements
FROM shown d
JOIN document_counts c ON c.document = d.pk AND c.disclosure <> ''
GROUP BY d.pk, c.disclosure
ORDER BY d.published DESC, d.pk, c.disclosure
