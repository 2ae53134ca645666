"""Troubles: why a command could not go on, in one plain sentence with the remedy."""


class Trouble(Exception):
    """A command cannot go on; the message says why and what to do."""
