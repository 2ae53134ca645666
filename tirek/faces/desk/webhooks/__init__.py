"""Webhooks: which other systems are told of what is published, and what became of each message. No secret but a new one, once."""
