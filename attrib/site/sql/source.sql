SELECT p.*, f.name AS speaks_for_name, w.name AS part_of_name
FROM sources p
LEFT JOIN sources f ON f.id = p.speaks_for
LEFT JOIN sources w ON w.id = p.part_of
WHERE p.id = :key
