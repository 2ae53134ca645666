"""A feed of what is published in a country, for readers of news and for archives."""
