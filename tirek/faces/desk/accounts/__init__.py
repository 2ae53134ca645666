"""Accounts on the desk: the administrator's pages. They show who may do what, and no content of the mechanism's work."""
