"""Recommendations as a sheet that goes out, and those of past visits, with answers and verifications, that come in."""

from tirek.followup.recommendations.sheets.recommendations import RecommendationsSheet

__all__ = ["RecommendationsSheet"]
