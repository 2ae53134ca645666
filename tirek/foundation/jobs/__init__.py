"""Jobs: long work with progress, cancel, lease and re-queue of the dead; and what runs by the clock.

It belongs to the foundation. It may not know what a job does: rooms register their kinds.
"""
