"""Long trials of the real served instance: kills, load, a full disk, tampering. Only `make trials` runs them."""
