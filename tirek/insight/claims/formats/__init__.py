"""Formats: bytes of a document in, plain text out. Runs in a process of its own, with limits, and imports as little as it can.

It may not know Django, the network, other files or any other room; `reading` starts it and says what it answered.
"""
