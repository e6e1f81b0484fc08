SELECT pk, id, label, language
FROM documents
WHERE pk IN (SELECT value FROM json_each(:keys))
