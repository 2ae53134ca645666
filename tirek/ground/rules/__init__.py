"""Rules: what is allowed, when it is due, who may see it; pure functions over plain values.

Time, randomness and dictionaries come in as arguments; nothing here knows a database, a face or the clock.
"""
