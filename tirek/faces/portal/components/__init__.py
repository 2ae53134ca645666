"""The living page: every component in every state, in the reader's language. It shows invented examples and knows no record."""
