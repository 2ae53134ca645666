"""The digest by which an identity at a sign-in service is known here: its issuer and the subject that the issuer never gives to anybody else."""

import hashlib


def digest_of_identity(issuer: str, subject: str) -> str:
    """SHA-256 over both, parted so that no two pairs are alike."""
    return hashlib.sha256(f"{len(issuer)}:{issuer}{subject}".encode()).hexdigest()
