"""Api: editions as JSON and CSV for programs, read only, without sign-in and without a cookie.

It may know publications, jurisdictions, ui and the ground floor directly; no record and no person.
"""
