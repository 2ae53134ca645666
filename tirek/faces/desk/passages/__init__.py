"""Passages of texts that could name somebody and stay by decision, of all rooms on one page."""
