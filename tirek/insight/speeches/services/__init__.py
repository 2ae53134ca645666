"""Writing sheets for speeches: the head freezes one as it stands. It keeps no text of a speech."""

from tirek.insight.speeches.services.freezing import freeze_sheet

__all__ = ["freeze_sheet"]
