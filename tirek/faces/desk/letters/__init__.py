"""The register of letters: the list, entering a letter, one letter with its pages, and reading answers out of it."""
