SELECT pk, id, label
FROM documents
WHERE pk IN (SELECT value FROM json_each(:keys))
