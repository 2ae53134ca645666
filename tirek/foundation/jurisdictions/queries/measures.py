"""Questions about indicators: their definitions, headings and scales, what a country's documents state, where its series break."""

from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.measures import Break, Explanation, Heading, Indicator, IndicatorValue, Scale, Vintage
from tirek.foundation.jurisdictions.queries.finding import in_common, pack


def headings() -> tuple[Heading, ...]:
    """Headings of the country profile in the order of the page."""
    return catalogue().common.headings


def indicators() -> tuple[Indicator, ...]:
    """All definitions, in the order of the profile."""
    return catalogue().common.indicators


def indicator(code: str) -> Indicator:
    """One definition."""
    found: Indicator = in_common("indicators", code)
    return found


def scales() -> tuple[Scale, ...]:
    """The scales of ordinal indicators."""
    return catalogue().common.scales


def explanations(about: str) -> tuple[Explanation, ...]:
    """What such a change may mean."""
    return tuple(one for one in catalogue().common.explanations if one.about == about)


def stated_values(country: str) -> tuple[IndicatorValue, ...]:
    """What the documents state of the country's indicators."""
    return pack(country).values


def vintage(country: str, document: str) -> Vintage | None:
    """Under which year the values of a document that states none are filed."""
    return next((one for one in pack(country).vintages if one.id == document), None)


def breaks(country: str) -> tuple[Break, ...]:
    """The breaks in series, in order of time."""
    return tuple(sorted(pack(country).breaks, key=lambda one: one.on))
