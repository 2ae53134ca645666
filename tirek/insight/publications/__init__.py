"""Publications: what the public is given: editions, frozen, and the check of a text before it is published.

It belongs to insight. It may not know faces. The check of a text keeps nothing: no row, no file, no line in a log.
"""
