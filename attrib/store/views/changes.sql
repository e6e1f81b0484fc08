-- title: Changes of a version
-- description: Where one origin gives a claim differently from how it gave it before: another figure, or denial after assertion. In the order of the dates on which it was said, else published; dates that may be the same day (2024-10 and 2024-10-22) are not compared.
-- facets: origin
-- column claim: Stable id of the claim.
-- column label: The words of the claim's most central statement.
-- column origin: The party both versions go back to.
-- column earlier: The date of the earlier version.
-- column earlier_value: Its figure.
-- column earlier_exact: Its words, cut from the text.
-- column later: The date of the later version.
-- column later_value: Its figure.
-- column later_exact: Its words, cut from the text.
-- column earlier_statement: Stable id of the earlier statement.
-- column later_statement: Stable id of the later statement.
WITH versions AS (
  SELECT
    m.claim, m.origin, m.value, m.value_to, m.qualifier, m.polarity, s.id, s.exact,
    coalesce(s.said_on, d.published) AS date
  FROM claim_statements m
  JOIN statements s ON s.pk = m.statement
  JOIN documents d ON d.pk = s.document
  JOIN sources p ON p.id = m.origin AND p.origin NOT IN ('hearsay', 'publisher')
  WHERE m.value IS NOT NULL OR m.polarity = 'negative'
), pairs AS (
  SELECT
    *,
    lag(value) OVER before AS earlier_value,
    lag(value_to) OVER before AS earlier_value_to,
    lag(qualifier) OVER before AS earlier_qualifier,
    lag(polarity) OVER before AS earlier_polarity,
    lag(id) OVER before AS earlier_id,
    lag(exact) OVER before AS earlier_exact,
    lag(date) OVER before AS earlier
  FROM versions
  WHERE date IS NOT NULL
  WINDOW before AS (PARTITION BY claim, origin ORDER BY date, id)
)
SELECT
  c.id AS claim,
  c.label,
  o.name AS origin,
  v.earlier,
  v.earlier_value,
  v.earlier_exact,
  v.date AS later,
  v.value AS later_value,
  v.exact AS later_exact,
  v.earlier_id AS earlier_statement,
  v.id AS later_statement
FROM pairs v
JOIN claims c ON c.pk = v.claim
JOIN sources o ON o.id = v.origin
WHERE v.earlier < v.date AND substr(v.date, 1, length(v.earlier)) <> v.earlier
  AND (v.value IS NOT v.earlier_value OR v.value_to IS NOT v.earlier_value_to OR v.polarity <> v.earlier_polarity)
ORDER BY c.pk, v.date, v.id
