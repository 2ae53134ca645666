"""The figures of a text: where they stand, how much they say, of what, and of when. What follows from them is another module's matter."""

from dataclasses import replace
from fractions import Fraction

from .carrying import before_changes, carried, spanned
from .figure import Figure as Figure
from .hedging import hedged
from .lexicon import Lexicon
from .lines import Line
from .masks import references, shaped, suffix, touching
from .measuring import code_at, measured, second_end
from .numerals import Numeral, numeral_at
from .periods import Period
from .quantities import Hedge, Interval, Kind, Missing, Quantity, exactly


def figures_of(line: Line, text: str) -> list[Figure]:
    """The figures of a line from left to right."""
    stream, lexicon = line.stream, line.lexicon
    begin, end = stream[0].start, stream[-1].end
    barred = references(stream, lexicon) | {place for one in line.mentions for place in range(one.place, one.place + one.taken)}
    hidden = shaped(text[begin:end], begin)
    barred |= {place for place, token in enumerate(stream) if any(start <= token.start < stop for start, stop in hidden)}
    found: list[Figure] = []
    place = 0
    while place < len(stream):
        figure = None if place in barred else (_figure(line, place, barred) or _silence(line, place))
        if figure:
            found.append(figure)
        place = figure.after if figure else place + 1
    return before_changes(line, [replace(one, period=_period(line, one)) for one in carried(line, spanned(line, found))])


def _silence(line: Line, place: int) -> Figure | None:
    found = line.lexicon.silences.at(line.stream, place)
    if not found:
        return None
    taken, missing = found
    nothing = Quantity(None, Interval(None, None), Fraction(0), Kind.SILENCE)
    return Figure(
        line.stream[place].start,
        line.stream[place + taken - 1].end,
        nothing,
        line.number,
        line.sentence_of(place),
        place,
        place + taken,
        missing=Missing(missing),
    )


def _figure(line: Line, place: int, barred: set[int]) -> Figure | None:
    """The figure that begins with this token: sign, numeral, range, percent, money; then its hedge and its noun."""
    stream, lexicon = line.stream, line.lexicon
    code = code_at(stream, place, lexicon)
    head = place + (1 if code else 0)
    if head >= len(stream) or head in barred:
        return None
    multiple = lexicon.multiples.at(stream, head) if not code else None
    if multiple:
        return _finish(line, place, head + multiple[0], Quantity(Fraction(multiple[1]), exactly(multiple[1]), Fraction(1), Kind.RATIO, "times"))
    apart = _one_in_so_many(line, head) if not code else None
    if apart:
        return apart
    first = numeral_at(stream, head, lexicon)
    if first is None or _no_figure(line, head, first):
        return None
    after = head + first.taken
    second, after = second_end(line, head, first, after, barred)
    letters, taken = suffix(stream, after - 1) if stream[after - 1].shape == "number" else ("", 0)
    after += taken
    quantity, after, noun = measured(line, first, second, code, after)
    if stream[after - 1].shape == "word" and after - 2 > head and (touching(stream[after - 2], stream[after - 1])):
        letters = stream[after - 1].folded
    if letters and _ends(letters, lexicon, "of_them"):
        quantity, noun = replace(quantity, unit=None if quantity.kind is Kind.COUNT else quantity.unit), ""
    figure = _finish(line, place, after, quantity, noun)
    return replace(
        figure,
        of_them=bool(letters) and _ends(letters, lexicon, "of_them"),
        ablative=_ends(letters, lexicon, "from"),
        dative=_ends(letters, lexicon, "to"),
    )


def _one_in_so_many(line: Line, head: int) -> Figure | None:
    """ "One complaint in ten", "two prisoners out of five": a share told round its noun."""
    stream, lexicon = line.stream, line.lexicon
    for skip in (1, 2) if lexicon.language == "en" and stream[head].shape == "word" else ():
        joint = [token.folded for token in stream[head + skip + 1 : head + skip + 3]]
        if not lexicon.units.at(stream, head + skip) or not joint or (joint[0] != "in" and joint != ["out", "of"]):
            continue
        behind = head + skip + 1 + (1 if joint[0] == "in" else 2)
        part, whole = lexicon.numerals.at(stream, head), lexicon.numerals.at(stream, behind)
        if part and whole and part[0] == whole[0] == 1 and part[1] < whole[1] <= 20 and not lexicon.units.at(stream, behind + 1):
            share = Fraction(part[1] * 100, whole[1])
            return _finish(line, head, behind + 1, Quantity(share, exactly(share), Fraction(4), Kind.PERCENT, "percent"))
    return None


def _ends(letters: str, lexicon: Lexicon, what: str) -> bool:
    return any(letters == one for one in lexicon.notes.get(what, "").split())


def _no_figure(line: Line, place: int, one: Numeral) -> bool:
    """Numerals in words that count nothing: "один из", "first quarter", a lone "one"."""
    stream, lexicon = line.stream, line.lexicon
    if not one.words:
        return False
    if one.percent:
        before = stream[place - 1].folded if place else ""
        return any(before.startswith(root) for root in lexicon.notes.get("ordinal_words", "").split() if root)
    after = place + one.taken
    dash = {"–", "—"} & {token.text for token in (*stream[after : after + 1], *stream[max(0, place - 1) : place])}
    return one.value == 1 and not dash and (lexicon.language != "en" or not any(lexicon.units.at(stream, after + skip) for skip in (0, 1)))


def _finish(line: Line, place: int, after: int, quantity: Quantity, noun: str = "") -> Figure:
    """With the hedge before or behind, and the interval it leaves open."""
    stream, lexicon = line.stream, line.lexicon
    start, end, hedge = place, after, None
    skipped = 1 if place and quantity.kind in {Kind.PERCENT, Kind.RATIO} and stream[place - 1].folded in {"в", "во", "на", "by"} else 0
    before = lexicon.hedges_before.before(stream, place - skipped)
    if before and skipped and before[0] == 1 and stream[place - 2].folded in _COMPARING:
        before = None  # "больше на пятую часть" is no "more than a fifth"
    if before and before[1] != "none" and not _from_to(line, place - skipped, before[0]):
        hedge, start = Hedge(before[1]), place - skipped - before[0]
    behind = lexicon.hedges_after.at(stream, after)
    beyond = len(noun.split()) or _unknown_noun(line, after)
    if not hedge and not behind and beyond and lexicon.notes.get("hedge_beyond_noun"):
        behind = lexicon.hedges_after.at(stream, after + beyond)
        end = after + beyond if behind else end
    if not hedge and behind:
        hedge, end = Hedge(behind[1]), end + behind[0]
    quantity = hedged(quantity, hedge, lexicon)
    return Figure(stream[start].start, stream[end - 1].end, quantity, line.number, line.sentence_of(place), start, max(end, after), noun)


_COMPARING = frozenset({"больше", "меньше", "выше", "ниже", "more", "less", "higher", "lower"})


def _unknown_noun(line: Line, after: int) -> int:
    """Whether a word that no list knows stands behind in the case of "up to" or "more than": "270 миң люмга жакын" (kk, ky)."""
    notes = line.lexicon.notes
    endings = tuple(f"{notes.get('from', '')} {notes.get('to', '')}".split())
    return int(bool(endings) and after < len(line.stream) and line.stream[after].shape == "word" and line.stream[after].folded.endswith(endings))


def _from_to(line: Line, place: int, taken: int) -> bool:
    """Whether "до" closes a "с 920 до 462" and is no "up to"."""
    stream = line.stream
    if stream[place - 1].folded != "до" or taken != 1:
        return False
    begin = line.sentences[line.sentence_of(place)]
    turned = line.lexicon.cues.everywhere(stream[max(begin, place - 7) : place - 1])
    if any(cue in {"up", "down"} for _, _, cue in turned):
        return True  # "выросло до 300"
    return any(one.folded in {"с", "со", "от"} for one in stream[max(begin, place - 14) : place - 1]) or any(
        one.folded.startswith("доведен") or one.folded.startswith("довел") for one in stream[max(begin, place - 3) : place - 1]
    )


def _period(line: Line, figure: Figure) -> Period | None:
    """The period a figure is of: of its own entry in a list of years, else the last one named before it in its sentence, else the next one in it."""
    begin = line.sentences[figure.sentence]
    stop = line.sentences[figure.sentence + 1] if figure.sentence + 1 < len(line.sentences) else len(line.stream)
    near = [one for one in line.mentions if begin <= one.place < stop and one.period]
    behind = next(
        (one for one in near if figure.after <= one.place <= figure.after + 4 and not _parted(line, figure.after, one.place)), None
    )
    ahead = [one for one in near if one.place + one.taken <= figure.place]
    if behind and (not ahead or _joined(line, figure.after, behind.place)):
        return behind.period
    if ahead:
        return ahead[-1].period
    return near[0].period if near and not _parted(line, figure.after, near[0].place) else None


def _joined(line: Line, after: int, place: int) -> bool:
    """ "318 in 2021": only a joining word or a bracket between the figure and the year behind it."""
    return all(one.folded in {"in", "в", "for", "за", "on", "at", "(", "of"} for one in line.stream[after:place])


def _parted(line: Line, after: int, place: int) -> bool:
    return any(one.text in {",", ";", ":", "."} for one in line.stream[after:place])
