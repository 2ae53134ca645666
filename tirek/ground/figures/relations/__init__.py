"""Relations: which figures of a text are said to belong together, by the words between them; one file per family.

Proposing is reading, not judging: whether a relation holds is `checks`' matter, and no proposer asks who wrote the text.
"""
