"""The spreadsheet in which a body answers many recommendations: written with a mark in each row, read back row by row. It knows no row of the database."""
