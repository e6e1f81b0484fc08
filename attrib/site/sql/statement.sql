SELECT
  s.*, d.id AS document_id, d.label AS document_label, d.url AS document_url, d.publisher, d.author, d.published, d.rights,
  d.language, r.finds AS rule_finds, (SELECT exact FROM spans WHERE statement = s.pk AND number = 0) AS first_piece
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN rules r ON r.id = s.rule
WHERE s.pk = :key
