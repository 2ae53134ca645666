"""Metrics for whoever watches the server: counted by every web server, asked for at a port of their own. No label tells a place, a person or an address."""
