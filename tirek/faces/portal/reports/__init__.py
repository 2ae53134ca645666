"""Published reports: a country's list, one of them in its editions, and its files."""
