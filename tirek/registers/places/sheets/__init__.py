"""The register of places as sheets that come in and go out: its columns, and which services its rows call."""

from tirek.registers.places.sheets.counts import CountsSheet
from tirek.registers.places.sheets.places import PlacesSheet

__all__ = ["CountsSheet", "PlacesSheet"]
