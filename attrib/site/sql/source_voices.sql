SELECT p.id, p.name, count(l.statement) AS statements
FROM sources p
LEFT JOIN statement_sources l ON l.source = p.id AND l.relation = 'states'
WHERE p.speaks_for = :key OR p.part_of = :key
GROUP BY p.id
ORDER BY statements DESC, p.name
