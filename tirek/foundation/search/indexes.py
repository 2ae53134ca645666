"""What makes marks findable, as parts of the table: on SQLite a full-text table that follows it by triggers, on PostgreSQL a column and its index.

They are told as indexes of the model, so that whatever makes the table makes them too. SQLite's table holds no text of its own (external content), and
neither database anything but marks.
"""

from typing import Any

from django.db import models

FULL_TEXT = "search_marks"
TOKENS = "ascii tokenchars ':.@-'"
_TOLD = r"regexp_replace(marks, '\S@', '@', 'g')"
_VECTOR = rf"array_to_tsvector(string_to_array(btrim({_TOLD} || ' ' || regexp_replace({_TOLD}, '(\S[.:]\S{{4}})\S*', '\1*', 'g')), ' '))"
"""The marks, audiences without their sort's letter; and once more with only the first four letters of each word: `asking.for_postgresql` looks for these."""
PARTS = {
    "search_whole": (
        f"""CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5(marks, content='search_entry', content_rowid='id', detail=none, columnsize=0, prefix='5 6', tokenize="{TOKENS}")""",
        f"ALTER TABLE search_entry ADD COLUMN vector tsvector GENERATED ALWAYS AS ({_VECTOR}) STORED",
    ),
    "search_come": (
        f"CREATE TRIGGER search_come AFTER INSERT ON search_entry BEGIN INSERT INTO {FULL_TEXT}(rowid, marks) VALUES (new.id, new.marks); END",  # noqa: S608
        "CREATE INDEX search_come ON search_entry USING gin (vector)",
    ),
    "search_gone": (
        f"CREATE TRIGGER search_gone AFTER DELETE ON search_entry BEGIN INSERT INTO {FULL_TEXT}({FULL_TEXT}, rowid, marks) VALUES ('delete', old.id, old.marks); END",  # noqa: S608
        "ALTER TABLE search_entry ALTER COLUMN vector SET STATISTICS 1000",
    ),
}


class Part(models.Index):
    """One part of what makes marks findable, by its name; it is made and never changed."""

    def __init__(self, *, name: str = "", fields: Any = ("marks",), **options: Any) -> None:
        super().__init__(name=name, fields=list(fields), **options)

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **options: Any) -> Any:
        """The part's statement on this database."""
        return PARTS[self.name][schema_editor.connection.vendor == "postgresql"]
