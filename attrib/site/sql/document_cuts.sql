SELECT kind, message
FROM issues
WHERE document = :key AND stage = 'read' AND kind IN ('excerpt', 'paywall')
ORDER BY pk
