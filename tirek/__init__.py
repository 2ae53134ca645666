"""Tirek: the open information system of a National Preventive Mechanism."""
