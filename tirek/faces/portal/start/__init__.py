"""The start page: the chain that the documents describe, as one picture."""
