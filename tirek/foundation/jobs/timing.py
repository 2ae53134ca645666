"""How long a worker may give no sign before its job goes to another one, and how long ended jobs are kept."""

from datetime import timedelta

LEASE = timedelta(minutes=2)
KEPT = timedelta(days=90)
"""How long an ended job can be looked at: as long as the notices of that time. Files that jobs made outside the records are gone after a day."""
