SELECT role, start, "end" FROM roles WHERE statement = :key ORDER BY start
