"""Desk page of the findings of all visits, as far as their reader may read them."""
