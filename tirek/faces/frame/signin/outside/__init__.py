"""Signing in through the ministry's own service (OpenID Connect, authorization code with PKCE). It opens accounts that are there and linked; it makes none."""
