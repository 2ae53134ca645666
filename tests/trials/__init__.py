"""Long trials of the real served instance: kills, load, a full disk, tampering. Only `make trials` runs them.

The trials of tests/browser (the pages on the screens that `make test` does not open) run before them.
"""
