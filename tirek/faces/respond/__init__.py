"""The authorities' page: people of a body read what is addressed to it, prepare replies, and their head sends them.

It belongs to faces. It knows recommendations, the exchange and letters as a body may read them, and no visit, report or figure.
"""
