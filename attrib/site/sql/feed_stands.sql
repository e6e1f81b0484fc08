SELECT x.statement, a.verdict, a.exact, e.label, e.published,
  CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS name
FROM status_by x
JOIN assessments a ON a.pk = x.assessment
JOIN sources p ON p.id = a.source
JOIN documents e ON e.pk = a.document
WHERE x.statement IN (SELECT value FROM json_each(:keys)) AND a.verdict IN ('denies', 'doubts')
ORDER BY x.statement, e.published DESC, a.pk
