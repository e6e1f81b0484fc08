SELECT
  s.pk, s.id, s.exact, s.context, s.context_start, s.spans, s.status, s.type, s.said_on, s.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name,
  d.id AS document_id, d.label AS document_label, d.url AS document_url, d.publisher, d.published, d.updated, d.language
FROM statements s
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.pk IN (SELECT value FROM json_each(:keys))
