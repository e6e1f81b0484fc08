SELECT a.source, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name, a.exact AS words, d.id AS document, d.language
FROM status_by x
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
JOIN documents d ON d.pk = a.document
WHERE x.statement = :key AND a.verdict IN ('denies', 'doubts')
ORDER BY a.exact IS NULL, a.pk
LIMIT 1
