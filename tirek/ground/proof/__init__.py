"""Proof: canonical bytes, salted leaves, the RFC 9162 tree and signed checkpoints.

It knows no row and no table: callers bring bytes and keep what is returned.
"""
