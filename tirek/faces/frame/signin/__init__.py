"""Signing in: passkeys, passwords with one-time codes, invitations, sessions; the ceremonies are allauth's."""
