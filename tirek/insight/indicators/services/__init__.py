"""Writing values and overrides. Each verb is one transaction and one entry of the ledger."""

from tirek.insight.indicators.services.breaking import override_break
from tirek.insight.indicators.services.entering import NewValue, check_value, enter_value, supersede_value
from tirek.insight.indicators.services.loading import load_values

__all__ = ["NewValue", "check_value", "enter_value", "load_values", "override_break", "supersede_value"]
