SELECT kind, start, "end" FROM parts WHERE document = :key ORDER BY number
