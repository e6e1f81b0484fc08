SELECT json_group_array(id) AS ids
FROM (
  SELECT id FROM sources WHERE id = :called
  UNION
  SELECT id FROM sources WHERE name = :called COLLATE NOCASE OR name_en = :called COLLATE NOCASE
  UNION
  SELECT source FROM aliases WHERE name = :called COLLATE NOCASE
)
