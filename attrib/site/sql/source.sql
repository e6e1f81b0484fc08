SELECT p.*,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS called,
  CASE WHEN :english THEN ifnull(f.name_en, f.name) ELSE f.name END AS speaks_for_name,
  CASE WHEN :english THEN ifnull(w.name_en, w.name) ELSE w.name END AS part_of_name,
  CASE WHEN :english THEN ifnull(g.name_en, g.name) ELSE g.name END AS grouped_under_name
FROM sources p
LEFT JOIN sources g ON g.id = p.grouped_under
LEFT JOIN sources f ON f.id = p.speaks_for
LEFT JOIN sources w ON w.id = p.part_of
WHERE p.id = :key
