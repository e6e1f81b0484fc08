SELECT
  s.pk, s.id, s.number, s.exact, s.spans, s.level, s.type, s.marker, s.status, s.disclosure, s.cue, s.speaker,
  s.rule, s.detail, u.position AS status_position, t.position AS type_position,
  s.source, CASE WHEN :english THEN ifnull(p.name_en, p.name) ELSE p.name END AS source_name,
  (SELECT group_concat(name, ', ') FROM (
    SELECT CASE WHEN :english THEN ifnull(o.name_en, o.name) ELSE o.name END AS name
    FROM statement_sources l JOIN sources o ON o.id = l.source
    WHERE l.statement = s.pk AND l.relation = 'states' AND l.source IS NOT s.source ORDER BY l.number
  )) AS others, s.context, s.context_start
FROM statements s
JOIN statuses u ON u.code = s.status
JOIN statement_types t ON t.code = s.type
LEFT JOIN sources p ON p.id = s.source
WHERE s.document = :key
ORDER BY s.pk
