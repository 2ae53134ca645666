"""The words of the spreadsheet: titles of its columns and its choices, each known in four languages. It knows no row."""

from pathlib import Path

from tirek.foundation.files.typesetting import Phrases
from tirek.ground.rules.reply_states import TO_PREPARE
from tirek.ground.rules.words import LANGUAGES

PHRASES = Phrases(Path(__file__).parent / "sheet.yaml")
STEPS = (1, 2, 3)
FIXED = ("number", "text", "place", "due", "stands")
FILLED = ("word", "said", *(f"{name}_{number}" for number in STEPS for name in ("step", "until")))
TECHNICAL = ("revision", "mark")
COLUMNS = (*FIXED, *FILLED, *TECHNICAL)
NEEDED = ("number", "word", "said")
HELP = ("how_word", "how_reason", "how_steps", "how_names", "how_mark", "how_back")


def folded(text: object) -> str:
    """A title or a choice as it is compared: without regard to case and blanks."""
    return " ".join(str(text or "").split()).casefold()


COLUMN_OF = {folded(PHRASES.say(key, language)): key for key in COLUMNS for language in LANGUAGES}
"""The key of a column by its title in any language."""
WORD_OF = {folded(PHRASES.say(f"word_{code}", language)): code for code in TO_PREPARE for language in LANGUAGES}
"""The code of an answer by its words in any language."""
