"""Rates: so many per officer, per 100,000, for a single one."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..passages import Passage, label_end
from ..quantities import Kind
from ..reading import Figure

BASES = frozenset({100, 1000, 10_000, 100_000, 1_000_000})


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure said of each one, or of each hundred thousand; `per` is the base, `noun` of whom."""

    figure: Figure
    per: int
    unit: str | None
    noun: str
    passage: Passage


def bases(passage: Passage) -> dict[int, Figure]:
    """The numbers of a line that are only bases: "per 100,000", "на 100 тыс. жителей", "100 мың тұрғынға шаққанда"."""
    found = {}
    for one in passage.figures:
        value = one.quantity.value
        if value is not None and value in BASES and one.kind is Kind.COUNT:
            tight = passage.between(max(0, one.place - 2), one.place)
            later = passage.sentence(one.sentence)[1] if passage.line.lexicon.language in {"kk", "ky"} and one.noun else one.after + 4
            behind = passage.between(one.after, later)
            words = passage.words(one.place - 1, one.place)
            if "each" in tight or "each" in behind or (words == ("на",) and not {"up", "down"} & passage.between(one.after, one.after + 3)):
                found[one.start] = one
    return found


def rates(passage: Passage) -> Iterator[Rate]:
    """Every figure of a line that is a rate."""
    based = bases(passage)
    for base in based.values():
        others = [
            one
            for one in passage.figures
            if one.sentence == base.sentence and one is not base and one.kind in {Kind.COUNT, Kind.MONEY} and one.start not in based
        ]
        ahead = [one for one in others if one.after <= base.place]
        behind = [one for one in others if one.place >= base.after]
        figure = ahead[-1] if ahead and base.place - ahead[-1].after <= 4 else (behind[0] if behind else (ahead[-1] if ahead else None))
        for one in _from_to(passage, figure) if figure is not None else ():
            yield Rate(one, int(base.quantity.value or 1), base.unit, base.noun, passage)
    yield from _per_thousand(passage)
    for figure in passage.figures:
        if figure.kind in {Kind.COUNT, Kind.MONEY, Kind.MEASURE} and figure.quantity.value is not None and figure.start not in based:
            if "earlier" in passage.begun(figure.after, figure.after + 1):
                continue  # "пять лет назад на одного приходилось"
            each = _labelled(passage) if passage.row else _each(passage, figure)
            if each and not any(one.sentence == figure.sentence for one in based.values()):
                yield Rate(figure, 1, each[0], each[1], passage)


def _from_to(passage: Passage, figure: Figure) -> list[Figure]:
    """The figure, and the other of "from 100 to 125"."""
    told = [one for one in passage.of_sentence(figure.sentence) if one.kind is figure.kind]
    place = told.index(figure)
    pairs = [(told[place - 1], figure)] if place else []
    pairs += [(figure, told[place + 1])] if place + 1 < len(told) else []
    beside = [pair for pair in pairs if "to" in passage.between(pair[0].after, pair[1].place) and pair[1].place - pair[0].after <= 2]
    return list(beside[0]) if beside else [figure]


def _per_thousand(passage: Passage) -> Iterator[Rate]:
    """Rates whose base is a word: "5 на тысячу заключённых", "4 per thousand"."""
    for place, taken, cue in passage.cues:
        if not cue.startswith("base_"):
            continue
        sentence = passage.line.sentence_of(place)
        ahead = [one for one in passage.of_sentence(sentence) if one.after <= place and one.kind is Kind.COUNT and place - one.after <= 6]
        found = [passage.line.lexicon.units.at(passage.line.stream, step) for step in range(place + taken, min(place + taken + 3, len(passage.line.stream)))]
        unit = next((str(one[1]) for one in found if one), None)
        for figure in _from_to(passage, ahead[-1]) if ahead else _now_and_then(passage, sentence, place + taken):
            yield Rate(figure, int(cue.removeprefix("base_")), unit, " ".join(passage.words(place + taken, place + taken + 2)), passage)


def _now_and_then(passage: Passage, sentence: int, start: int) -> list[Figure]:
    """ "На тысячу заключённых раньше умирало 6,6 человека, а теперь – 7,4": the figures behind the base that have decimals."""
    behind = [one for one in passage.of_sentence(sentence) if start <= one.place <= start + 12 and one.kind is Kind.COUNT and one.quantity.value is not None]
    return [one for one in behind[:2] if one.quantity.step < 1]


def _labelled(passage: Passage) -> tuple[str | None, str] | None:
    """Of whom the figures of a row are averages, by its label: "Заключённых на одного сотрудника"."""
    end = label_end([place for place, one in enumerate(passage.line.stream) if one.text in {"\t", "|"}])
    for place, taken, cue in passage.cues:
        if cue == "each" and place < end:
            found = [
                passage.line.lexicon.units.at(passage.line.stream, step) for step in range(place + taken - 1, min(end, place + taken + 2))
            ]
            return next((one[1] for one in found if one), None), " ".join(passage.words(place + taken - 1, end))
    return None


def _each(passage: Passage, figure: Figure) -> tuple[str | None, str] | None:
    """Of whom a figure is an average, by the noun behind "per" or "на"; else None where nothing says that it is one."""
    begin, stop = passage.sentence(figure.sentence)
    shared = _shared_out(passage, figure)
    if shared:
        return shared
    if passage.words(figure.place - 1, figure.place) == ("на",) and _ONE & set(passage.words(max(begin, figure.place - 4), figure.place - 1)):
        return None, " ".join(passage.words(figure.place - 3, figure.place - 1))  # "одна ставка на 205 содержащихся"
    to_one = _to_one(passage, figure)
    if to_one is not None:
        return to_one.unit, to_one.noun
    single = _of_one(passage, figure, begin)
    if single:
        return single
    mean = "average" in passage.between(max(begin, figure.place - 5), figure.place) | passage.between(figure.after, min(stop, figure.after + 3))
    by_word = _by_the_word(passage, figure)
    if by_word and by_word[0]:
        return by_word
    to_whom = _dative(passage, figure, mean=mean) or by_word  # "бір қызметкерге 2,5 адамнан келеді"
    if to_whom:
        return to_whom
    one = next((each for each in passage.of_sentence(figure.sentence) if mean and each.place < figure.place and each.quantity.value == 1 and each.noun), None)
    if one is not None:
        return one.unit, one.noun  # "one visit cost EUR 6,500 on average"
    return (None, "") if mean else None


def _of_one(passage: Passage, figure: Figure, begin: int) -> tuple[str, str] | None:
    """ "Один выезд обошёлся в 2 800 евро", "one psychologist serves 150 prisoners": a single one that begins its sentence."""
    found = passage.line.lexicon.units.at(passage.line.stream, begin + 1)
    told = [one for one in passage.of_sentence(figure.sentence) if begin < one.place]
    said = found and passage.words(begin, begin + 1)[0] in _ONE | {"one", "a", "an"} and told[:1] == [figure]
    if not said or not found or not ("of_one" in passage.between(begin + 1, figure.place) or "average" in passage.between(begin + 1, figure.after + 5)):
        return None
    return str(found[1]), " ".join(passage.words(begin + 1, begin + 1 + found[0]))


def _by_the_word(passage: Passage, figure: Figure) -> tuple[str | None, str] | None:
    """The noun behind a word such as "per" or "на каждого" that belongs to the figure; before "for every" the noun ahead of it."""
    begin, stop = passage.sentence(figure.sentence)
    for place, taken, cue in passage.cues:
        if cue != "each" or any(one.place <= place < one.after for one in passage.figures):
            continue  # "every fourth" is a share
        if place + taken == figure.place and passage.line.lexicon.language == "en":  # "one officer for every 4.5 prisoners"
            units = _units(passage, max(begin, place - 3), place)
            words = passage.words(max(begin, place - 3), place)
            if units or "one" in words[-2:]:
                return (units[-1] if units else None), " ".join(words)
        if _of_another(passage, place + taken, figure):
            continue  # "each of the 9 has one doctor for every 300"
        if _belongs(passage, figure, place):
            end = min(stop, place + taken + 3, figure.place if place < figure.place else stop)
            units = _units(passage, place + taken - 1, end)
            return (units[0] if units else None), " ".join(passage.words(place + taken - 1, end))
    return None


def _of_another(passage: Passage, place: int, figure: Figure) -> bool:
    """Whether what follows "each" is another figure, its base, or "of the" and the figure itself: those that it speaks of."""
    base = any(one.place == place for one in passage.of_sentence(figure.sentence) if one is not figure)
    return passage.line.lexicon.language == "en" and (base or (place < figure.place and passage.words(place, place + 1) == ("of",)))


def _belongs(passage: Passage, figure: Figure, place: int) -> bool:
    """Whether such a word is this figure's: right behind it, at the beginning of its sentence, in its label, or (ru, kk, ky) a little before it."""
    begin, stop = passage.sentence(figure.sentence)
    told, language = passage.of_sentence(figure.sentence), passage.line.lexicon.language
    others = [one.place for one in told if one.place >= figure.after]
    limit = figure.after if others and language in {"kk", "ky"} else min([stop, figure.after + 7, *others])
    labelled = len(told) == 1 and begin <= place < figure.place and passage.words(figure.place - 1, figure.place) == (":",)
    return (
        (figure.after <= place < limit and not {",", ";"} & set(passage.words(figure.after, place)))
        or (begin <= place <= begin + 1 and figure is told[0])
        or labelled
        or (language == "en" and max(begin, figure.place - 7) <= place < figure.place and _subject(passage, place, figure))
        or (language != "en" and max(begin, figure.place - 6) <= place < figure.place)
    )


def _subject(passage: Passage, place: int, figure: Figure) -> bool:
    """ "Each member now takes part in nine visits": "each" and a noun that a unit names, no figure and no comma between."""
    clear = not any(place < one.place < figure.place for one in passage.of_sentence(figure.sentence))
    words = passage.words(place, figure.place)
    return clear and words[:1] == ("each",) and "," not in words and passage.line.lexicon.units.at(passage.line.stream, place + 1) is not None


def _units(passage: Passage, start: int, stop: int) -> list[str]:
    """The units that begin between two tokens."""
    return [str(found[1]) for place in range(start, stop) if (found := passage.line.lexicon.units.at(passage.line.stream, place))]


_ONE = frozenset({"один", "одна", "одно", "одной", "одного", "одну"})


def _to_one(passage: Passage, figure: Figure) -> Figure | None:
    """ "A ratio of one doctor to 345 prisoners": the one."""
    before = [one for one in passage.of_sentence(figure.sentence) if one.after <= figure.place]
    last = before[-1] if before else None
    if last is None or last.quantity.value != 1 or not last.noun:
        return None
    return last if passage.words(last.after + len(last.noun.split()), figure.place) in {("to",), ("for",), ("per",)} else None


def _dative(passage: Passage, figure: Figure, *, mean: bool) -> tuple[str | None, str] | None:
    """ "Бир дарыгерге орточо 130 адам туура келет": of the noun in the case of "to" before the figure (kk, ky)."""
    begin, stop = passage.sentence(figure.sentence)
    endings = tuple(passage.line.lexicon.notes.get("to", "").split())
    beside = passage.of_sentence(figure.sentence)
    said = mean or "each" in passage.between(figure.after, min([stop, *(one.place for one in beside if one.place >= figure.after)]))
    left = max([begin, *(one.after + len(one.noun.split()) for one in beside if one.after <= figure.place)])
    for place in range(figure.place - 1, left - 1, -1) if endings else ():
        if not said and not {"бір", "бир"} & set(passage.words(place - 1, place)):
            continue
        found = passage.line.lexicon.units.at(passage.line.stream, place)
        if found and passage.line.stream[place + found[0] - 1].folded.endswith(endings):
            return str(found[1]), " ".join(passage.words(place, place + found[0]))
    return None


def _shared_out(passage: Passage, figure: Figure) -> tuple[str | None, str] | None:
    """ "По 360 человек на колонию": so many to each of the noun behind "на"."""
    behind = figure.after + len(figure.noun.split())
    begin, _ = passage.sentence(figure.sentence)
    said = passage.words(figure.place - 1, figure.place) == ("по",) or {"average", "each"} & passage.between(max(begin, figure.place - 5), figure.place)
    if not said or passage.words(behind, behind + 1) != ("на",):
        return None
    found = passage.line.lexicon.units.at(passage.line.stream, behind + 1)
    token = passage.line.stream[behind + 1] if behind + 1 < len(passage.line.stream) else None
    if not found and token is not None and token.shape == "word" and token.folded not in _ONE | {"каждого", "каждую", "каждое"} and passage.words(figure.place - 1, figure.place) == ("по",):
        return None, token.folded  # "по 15 тыс. на семью"
    return (str(found[1]), " ".join(passage.words(behind, behind + 1 + found[0]))) if found else None
