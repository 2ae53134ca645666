"""Registers: what the mechanism knows by name before any visit — places and its own members."""
