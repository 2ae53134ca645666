"""The reader that a delegation opens a bundle with: one file for its own computer, which stands alone.

It belongs to bundles. `open_bundle` may know nothing of this house: it leaves it.
"""
