"""A TLS certificate's end. Whether anybody trusts it is the browser's question, not ours."""

from datetime import datetime

from cryptography.x509 import load_pem_x509_certificates


def certificate_ends(pem: bytes) -> datetime:
    """When the first certificate of a PEM file ends, in UTC: a server's own stands before those that vouch for it. Raises ValueError."""
    return load_pem_x509_certificates(pem)[0].not_valid_after_utc
