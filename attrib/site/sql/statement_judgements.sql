SELECT field, old, new, judged_by, judged_on, why FROM judgements WHERE statement = :key ORDER BY pk DESC
