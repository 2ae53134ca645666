"""Notices: that there is something to read, told to a person by mail and on the own page; never what it is about.

It belongs to the foundation. It may not know places, visits or what a job did; it hears of acts by their verbs.
"""
