"""The documentation's first steps, each walked in a browser on the demonstration, in the language of its page.

A walk names what it presses by the sentence of the source; the catalogue gives the word that the reader sees. `Guide.said` holds these
words: a test compares them with what the page prints in bold, so that a page cannot tell of a button that is no longer there.
"""
