"""What runs by the clock: when last and how it went, when next."""
