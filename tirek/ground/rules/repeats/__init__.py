"""Whether one recommendation says again what another said, and what recommendations said again make one thread.

Pure: stems, the country's words of the field and how rare a word is come in as arguments. It knows no table, no place and no person.
"""
