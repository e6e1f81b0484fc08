SELECT o.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, o.independence, o.statements, o.reason
FROM claim_origins o
JOIN sources p ON p.id = o.source
JOIN independences i ON i.code = o.independence
WHERE o.claim = :key
ORDER BY i.position, o.statements DESC, p.name
