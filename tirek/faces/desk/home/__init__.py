"""The desk's home: what must I do today."""
