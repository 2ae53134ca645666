"""Portal: what the public sees, without sign-in and without a cookie.

It may know publications, jurisdictions, ui and the ground floor directly; no record and no person.
"""
