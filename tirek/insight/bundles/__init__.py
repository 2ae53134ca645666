"""Bundles: what the head hands over to an international delegation, sealed to the keys that it brings.

It belongs to insight. It reads issued reports, recommendations, letters and missions below, and may not know publications or faces.
"""
