SELECT role, start, "end" FROM roles WHERE statement = :key AND role <> 'frame' ORDER BY start
