"""Sealed bundles for delegations: the head makes and takes them, the auditor sees that they were made. To everybody else these addresses do not exist."""
