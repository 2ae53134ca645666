"""The documentation site: `docs/` and what the code says of itself, as pages that are read from a folder, without a server and without a network.

`contents` says which pages there are and in which order, `rendering` makes one page of Markdown, `finding` the index of the search,
`site` puts them together and refuses a link that leads nowhere. The look stands in `look/`; type and colours are the product's own.
"""
