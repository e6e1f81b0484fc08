SELECT d.*
FROM documents d
WHERE d.id = :id
