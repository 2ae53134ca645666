"""Forms for answers as LibreOffice gives them back. `filling` made them once, by hand; tests read the files and need no LibreOffice."""
