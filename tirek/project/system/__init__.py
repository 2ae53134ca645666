"""This server, on a page for its administrator: what runs, how much room there is, what waits, what was backed up, and what to mend."""
