"""People: accounts, the roles they hold in countries, invitations, sign-in security.

It belongs to the foundation. It may not know members' mandates, places or visits.
"""
