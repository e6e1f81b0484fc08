SELECT p.start, substr(d.text, p.start + 1, p."end" - p.start) AS text
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN parts p ON p.document = s.document AND p.number = s.part
WHERE s.pk = :key AND d.text IS NOT NULL AND (p.start < s.context_start OR p."end" > s.context_end)
