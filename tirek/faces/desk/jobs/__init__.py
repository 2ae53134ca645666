"""Jobs: long work that the worker does, how far it is, and why it failed."""
