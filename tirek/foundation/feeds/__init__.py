"""Feeds: the addresses by which a calendar program reads a person's own days without signing in; made, ended, asked for.

It belongs to the foundation. It may not know what stands in a feed: the face that serves it puts that together of the rooms' own questions.
"""
