"""Whether a list says more than its figures: "семеро – к лишению свободы, четверо – к ограничению, один – к штрафу", a year without its number."""

from collections.abc import Sequence

from ..passages import Passage
from ..reading import Figure


def unread(passage: Passage, listed: Sequence[Figure]) -> bool:
    """Whether between the first of the listed figures and a little behind the last stands a word like "one" that no figure was read from, or a year more than there are figures."""
    inside = [one for one in listed if one in passage.figures]
    if not inside:
        return False
    _, end = passage.sentence(inside[-1].sentence)
    start, stop = min(one.place for one in inside) - 4, min(end, max(one.after for one in inside) + 12)
    words = set(passage.line.lexicon.notes.get("one_words", "").split())
    taken = {place for one in passage.figures for place in range(one.place, one.after)}
    single = any(passage.line.stream[place].folded in words and place not in taken for place in range(max(0, start), stop))
    years = sum(start <= one.place < stop and one.period is not None and one.period.whole_year is not None for one in passage.line.mentions)
    return single or years > len(inside) + 1
