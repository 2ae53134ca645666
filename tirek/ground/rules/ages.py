"""How long ago something was, as people say it: in years, else in months, else in days. It knows no clock and no language."""

from datetime import date
from typing import Literal

Unit = Literal["years", "months", "days"]


def age(on: date, today: date) -> tuple[Unit, int]:
    """Whole units gone by since `on`, of the greatest unit of which one is whole; no days for today and for what is yet to come."""
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    if months >= 12:
        return "years", months // 12
    return ("months", months) if months > 0 else ("days", max((today - on).days, 0))
