SELECT b.id AS by_id,
  CASE WHEN :english THEN ifnull(b.name_en, b.name) ELSE b.name END AS "by", x.verdict, t.id AS about_id,
  CASE WHEN :english THEN ifnull(t.name_en, t.name) ELSE t.name END AS about, x.stands
FROM stands_between x
JOIN sources b ON b.id = x."by"
JOIN sources t ON t.id = x.about
ORDER BY x.stands DESC, b.name, t.name
LIMIT 60
