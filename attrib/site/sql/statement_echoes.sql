SELECT d.publisher, count(DISTINCT d.pk) AS documents
FROM claim_statements own
JOIN claim_statements m ON m.claim = own.claim AND m.origin = :origin AND m.statement <> own.statement
JOIN statements s ON s.pk = m.statement
JOIN documents d ON d.pk = s.document
WHERE own.statement = :key AND s.document <> (SELECT document FROM statements WHERE pk = :key)
GROUP BY d.publisher
ORDER BY documents DESC, d.publisher
