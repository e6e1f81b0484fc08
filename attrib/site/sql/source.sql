SELECT
  p.*, k.name AS kind_name, o.name AS origin_name, o.description AS origin_description,
  c.name AS party_to_conflict_name, r.name AS reliability_name, r.description AS reliability_description,
  f.name AS speaks_for_name, w.name AS part_of_name
FROM sources p
JOIN source_kinds k ON k.code = p.kind
JOIN source_origins o ON o.code = p.origin
JOIN party_to_conflict c ON c.code = p.party_to_conflict
JOIN reliabilities r ON r.code = p.reliability
LEFT JOIN sources f ON f.id = p.speaks_for
LEFT JOIN sources w ON w.id = p.part_of
WHERE p.id = :key
