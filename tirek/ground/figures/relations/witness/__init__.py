"""Relations to which the arithmetic itself bears witness: figures near one another that agree so well that chance is an unlikely reason.

Knows figures, passages and the checks; nothing of a language's grammar but its cues.
"""
