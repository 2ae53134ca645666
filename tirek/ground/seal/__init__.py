"""Seal: content that only chosen keys open, in the age format (age-encryption.org/v1), and the ZIP archive with a manifest that is sealed.

It knows no file and no table: callers bring pieces of bytes and take what is sealed.
"""
