-- Of one document, so that the index of documents serves even where hardly any statement has a parent.
SELECT s.id, s.exact, s.level, s.type
FROM statements own
JOIN statements s ON s.document = own.document AND (s.parent = own.pk OR s.pk = own.parent)
WHERE own.pk = :key
ORDER BY s.level, s.pk
