"""How long a worker may give no sign before its job goes to another one."""

from datetime import timedelta

LEASE = timedelta(minutes=2)
