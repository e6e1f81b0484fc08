SELECT d.*, r.name AS rights_name, r.description AS rights_description
FROM documents d
JOIN rights r ON r.code = d.rights
WHERE d.pk = :key
