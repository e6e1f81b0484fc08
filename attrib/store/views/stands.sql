-- title: Stands and what they are about
-- description: Every stand with each statement that it is about, one row each: the statement that it names, and every other version of that claim whose status it decided. All pages that count or show stands ask this view.
-- facets: decides
-- column statement: The statement that the stand is about.
-- column assessment: The stand.
-- column decides: 1 if the statement has its status by this stand, else 0.
SELECT statement, assessment, 1 AS decides FROM status_by
UNION ALL
SELECT a.statement, a.pk, 0 FROM assessments a
WHERE a.statement IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM status_by x WHERE x.statement = a.statement AND x.assessment = a.pk)
