"""Tables in and out: bringing a sheet in, seeing what each row would do, entering, taking back; lists as files.

It belongs to the desk. It may not know what a row means.
"""
