"""Reading sheets: frozen values, cut to the kinds that the person may bring in; lists are the asker's own."""

from tirek.foundation.sheets.queries.lists import ListFacts, list_path, my_lists, one_list
from tirek.foundation.sheets.queries.sheets import (
    ColumnFacts,
    LineFacts,
    SheetFacts,
    columns_of,
    lines_of,
    refused_rows,
    sheet,
    sheets,
    template,
)

__all__ = [
    "ColumnFacts",
    "LineFacts",
    "ListFacts",
    "SheetFacts",
    "columns_of",
    "lines_of",
    "list_path",
    "my_lists",
    "one_list",
    "refused_rows",
    "sheet",
    "sheets",
    "template",
]
