"""The three tables of a recommendation: the document, the authority's word, the mechanism's verification. The last two never merge."""

from tirek.ground.rules.transitions import Transitions, table

DOCUMENT = table(
    "recommendation", "draft",
    ("issue", "draft", "issued"),
    ("drop", "draft", "dropped"),
    ("withdraw", "issued", "withdrawn"),
    ("supersede", "issued", "superseded"),
)

_WORDS = ("acknowledged", "accepted", "partly_accepted", "rejected", "in_progress", "claimed_implemented")
_SAID = _WORDS[1:]
_FROM = {"none": _WORDS, "acknowledged": _SAID, **dict.fromkeys(_SAID, _SAID)}
"""An authority may say anything after anything, step back or say it again: the record tells what it said. A receipt alone comes before an answer and never after."""


def _axis(noun: str, first: str, steps: dict[str, tuple[str, ...]]) -> Transitions:
    return table(noun, first, *((after, before, after) for before, afters in steps.items() for after in afters))


AUTHORITY_WORD = _axis("authority's word", "none", _FROM)
"""What the authority says of itself; the verb is the new state's name. Silence is "none", never "rejected"."""

_FOUND = ("implemented", "partially_implemented", "not_implemented", "obsolete")
VERIFICATION = _axis(
    "verification", "not_verified", {"not_verified": _FOUND, **dict.fromkeys(_FOUND[:3], _FOUND), "obsolete": ()}
)
"""What the mechanism itself found; it may find again later, and differently. The verb is the new state's name."""
