SELECT
  s.*,
  d.label AS document_label, d.url AS document_url, d.publisher, d.published, d.rights, d.language,
  u.name AS status_name, u.description AS status_description,
  i.name AS status_in_document_name,
  t.name AS type_name, t.description AS type_description,
  m.name AS marker_name, m.description AS marker_description,
  e.name AS medium_name, o.name AS polarity_name, c.name AS certainty_name, x.name AS distance_name
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN statuses u ON u.code = s.status
JOIN statuses i ON i.code = s.status_in_document
JOIN statement_types t ON t.code = s.type
JOIN markers m ON m.code = s.marker
JOIN media e ON e.code = s.medium
JOIN polarities o ON o.code = s.polarity
JOIN certainties c ON c.code = s.certainty
JOIN distances x ON x.code = s.distance
WHERE s.pk = :key
