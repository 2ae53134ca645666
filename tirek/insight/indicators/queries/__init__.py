"""Reading values, profiles and series, cut to what the reader may see."""

from tirek.insight.indicators.policies import may_work
from tirek.insight.indicators.queries.kept import kept_in_indicators
from tirek.insight.indicators.queries.overriding import BreakLine, break_lines
from tirek.insight.indicators.queries.profiles import Line, Point, Profile, Series, overrides_of, profile, series_of, years
from tirek.insight.indicators.queries.values import ValueFacts, value, values

__all__ = ["BreakLine", "Line", "Point", "Profile", "Series", "ValueFacts", "break_lines", "kept_in_indicators", "may_work", "overrides_of", "profile", "series_of", "value", "values", "years"]
