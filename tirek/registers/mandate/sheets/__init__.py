"""The register of members as a sheet that comes in and goes out."""

from tirek.registers.mandate.sheets.members import MembersSheet

__all__ = ["MembersSheet"]
