"""Under which key a country's one edition of a kind stands. It imports nothing: the process that serves the public alone reads it too."""

COUNTRY = "country"
