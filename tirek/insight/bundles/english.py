"""The words of a bundle's pages: English, as the delegation reads it. It knows no row."""

from datetime import date

from tirek.ground.rules.words import Words

LANGUAGES = {"ru": "Russian", "kk": "Kazakh", "ky": "Kyrgyz", "en": "English"}
WORD = {
    "none": "has not said anything yet",
    "acknowledged": "received the letter",
    "accepted": "accepts",
    "partly_accepted": "accepts in part",
    "rejected": "does not accept",
    "in_progress": "says that work is under way",
    "claimed_implemented": "says that it is done",
}
VERIFICATION = {
    "not_verified": "not verified yet",
    "implemented": "carried out",
    "partially_implemented": "carried out in part",
    "not_implemented": "not carried out",
    "obsolete": "no longer needed",
}
STATE = {"issued": "in force", "withdrawn": "withdrawn", "superseded": "replaced by a correction"}
WAY = {"on_site": "on site", "documents": "from documents", "interview": "in conversations"}
DIRECTION = {"in": "received from", "out": "sent to"}
FORM = {"pdf": "PDF", "docx": "Word", "jpg": "picture", "png": "picture", "tif": "picture", "bin": "file"}


def day(told: date | None) -> str:
    """A day as everybody reads it alike."""
    return f"{told.day} {told:%B %Y}" if told else "no date"


def tongue(code: str) -> str:
    """The name of a language."""
    return LANGUAGES.get(code, code)


def tongues(codes: tuple[str, ...]) -> str:
    """Names of languages in a row."""
    return ", ".join(map(tongue, codes))


def name(words: Words) -> str:
    """A name in English, else as it is written in its own language."""
    return words.best("en") or "without a name"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
