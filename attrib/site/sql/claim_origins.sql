SELECT o.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, o.independence, o.statements, o.reason,
  (SELECT json_group_array(json_object('id', id, 'name', name)) FROM (
    SELECT DISTINCT v.id, CASE WHEN :english THEN ifnull(v.name_en, v.name) ELSE v.name END AS name
    FROM claim_statements m
    JOIN statement_sources l ON l.statement = m.statement AND l.relation = 'states' AND l.source <> o.source
    JOIN sources v ON v.id = l.source
    WHERE m.claim = o.claim AND m.origin = o.source ORDER BY 2
  )) AS voices
FROM claim_origins o
JOIN sources p ON p.id = o.source
JOIN independences i ON i.code = o.independence
WHERE o.claim = :key
ORDER BY i.position, o.statements DESC, p.name
