SELECT s.pk, max(e.published) AS disputed_on
FROM status_by x
JOIN statements s ON s.pk = x.statement
JOIN assessments a ON a.pk = x.assessment
JOIN documents e ON e.pk = a.document
WHERE s.status IN ('disputed', 'contested') AND a.verdict IN ('denies', 'doubts')
GROUP BY s.pk
ORDER BY disputed_on DESC, s.pk DESC
LIMIT :most
