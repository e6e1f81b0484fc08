SELECT pk FROM statements WHERE id = :id
UNION ALL
SELECT statement FROM superseded WHERE id = :id AND statement IS NOT NULL
