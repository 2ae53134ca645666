"""Rows of the search: the mechanism's people, each of whom finds what he or she may see."""

from tests.access.rows_registers import ELSEWHERE
from tests.access.table import MECHANISM, Road

ROADS = [Road("desk:search", MECHANISM | ELSEWHERE, kind="list")]
