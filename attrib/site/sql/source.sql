SELECT p.*, f.name AS speaks_for_name, w.name AS part_of_name, g.name AS grouped_under_name
FROM sources p
LEFT JOIN sources g ON g.id = p.grouped_under
LEFT JOIN sources f ON f.id = p.speaks_for
LEFT JOIN sources w ON w.id = p.part_of
WHERE p.id = :key
