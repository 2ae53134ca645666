"""Cuts: a stretch of an open text replaced or taken out, so that what is left still reads as a text. It knows no row and no language."""

PAUSES = ",;:"
ENDS = ".!?…"
PAIRS = ("()", "[]", "«»", "“”", "„“", '""')


def put_instead(text: str, start: int, end: int, put: str) -> str:
    """The text with `put` in the place of the stretch; of an empty `put` neither double spaces, lonely pauses nor empty brackets stay behind."""
    left, right = text[:start], text[end:]
    if put:
        return left + put + right
    left, right = left.rstrip(" \u00a0"), right.lstrip(" \u00a0")
    while left and right and left[-1] + right[0] in PAIRS:
        left, right = left[:-1].rstrip(" \u00a0"), right[1:].lstrip(" \u00a0")
    if right[:1] in tuple(PAUSES + ENDS):
        left = left.rstrip(f"{PAUSES} \u00a0")
    if not left or left[-1] in f"{ENDS}\n":
        right = right.lstrip(f"{PAUSES} \u00a0")
    if not right:
        return left.rstrip(f"{PAUSES} \u00a0")
    joined = not left or left[-1] in "(«“„[\n" or right[0] in f"{PAUSES}{ENDS})»”]\n"
    return left + ("" if joined else " ") + right


def put_everywhere(text: str, stretch: str, put: str) -> str:
    """The same for every place of the stretch, from the end on, so that what was put is not searched again."""
    at = text.rfind(stretch) if stretch else -1
    while at >= 0:
        text = put_instead(text, at, at + len(stretch), put)
        at = text.rfind(stretch, 0, at)
    return text


def surroundings(text: str, start: int, end: int, reach: int = 60) -> tuple[str, str]:
    """What stands before and behind a stretch, about `reach` characters each, cut between words; a word longer than that is cut."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    if start > reach and not text[start - reach - 1].isspace() and " " in before.strip():
        before = before.lstrip().partition(" ")[2]
    if end + reach < len(text) and not text[end + reach].isspace() and " " in after.strip():
        after = after.rstrip().rpartition(" ")[0]
    return before, after
