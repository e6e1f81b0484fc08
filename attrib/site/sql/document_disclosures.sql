SELECT disclosure, sum(statements) AS statements
FROM document_counts
WHERE document = :key AND disclosure <> ''
GROUP BY disclosure
