SELECT a.name
FROM aliases a
JOIN sources p ON p.id = a.source
WHERE a.source = :key AND a.name <> p.name AND a.name IS NOT p.name_en
ORDER BY a.name
