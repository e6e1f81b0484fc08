SELECT c.position, c.source,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name, c.mention, c.rule, c.detail
FROM attribution_chain c
JOIN sources p ON p.id = c.source
WHERE c.statement = :key
ORDER BY c.position, c.number
