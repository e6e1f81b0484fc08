SELECT p.id, p.name, k.name AS kind_name, count(*) AS statements
FROM statements s
JOIN sources p ON p.id = s.source
JOIN source_kinds k ON k.code = p.kind
WHERE s.type <> 'author' AND p.kind <> 'hearsay'
GROUP BY p.id
ORDER BY count(*) DESC, p.name
LIMIT 8
