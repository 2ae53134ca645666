"""A process apart in which the bytes of strangers are read: it has limits, no files and no connection, and hurts nobody when it falls.

`confining` and `archive` are what such a process uses, `running` what starts it. It knows no format and no noun.
"""
