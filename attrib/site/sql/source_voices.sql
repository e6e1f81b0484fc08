SELECT p.id,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name, ifnull(sum(m.statements), 0) AS statements
FROM sources p
LEFT JOIN source_months m ON m.source = p.id AND m.relation = 'states'
WHERE p.speaks_for = :key OR p.part_of = :key
GROUP BY p.id
ORDER BY statements DESC, p.name
LIMIT 25
