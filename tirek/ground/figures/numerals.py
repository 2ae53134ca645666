"""A numeral in a text: digits with gaps, decimal signs and scale words, or words alone; its value and the place of its last printed digit."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .lexicon import Lexicon
from .tokens import Token, fold

_GAPS = dict.fromkeys(map(ord, " \u00a0\u202f\u2009"))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that was read: `taken` tokens from its place on; `words` whether it is written in words; `percent` where it is a share ("half")."""

    value: Fraction
    step: Fraction
    taken: int
    words: bool = False
    percent: bool = False


def of_digits(printed: str, lexicon: Lexicon) -> tuple[Fraction, Fraction] | None:
    """Value and step of printed digits; None where the signs cannot be those of a number (12.3.2024, 1,23,4)."""
    bare = printed.translate(_GAPS)
    if len(bare) > 24:
        return None
    whole, sign, rest = bare, "", ""
    signs = [one for one in bare if one in ".,"]
    if len(set(signs)) == 2:
        sign = signs[-1]
        other = signs[0]
        if signs.count(sign) > 1 or not _grouped(bare.split(sign)[0], other):
            return None
        whole, _, rest = bare.replace(other, "").partition(sign)
    elif len(signs) > 1:
        if not _grouped(bare, signs[0]):
            return None
        whole = bare.replace(signs[0], "")
    elif signs:
        sign = signs[0]
        head, _, tail = bare.partition(sign)
        grouping = sign == lexicon.grouping and len(tail) == 3 and 1 <= len(head) <= 3 and head != "0"
        whole, rest = (head + tail, "") if grouping else (head, tail)
    return Fraction(f"{whole}.{rest}" if rest else whole), Fraction(1, 10 ** len(rest))


def _grouped(printed: str, sign: str) -> bool:
    head, *groups = printed.split(sign)
    return 1 <= len(head) <= 3 and bool(groups) and all(len(one) == 3 for one in groups)


def _scaled(value: Fraction, step: Fraction, taken: int, stream: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral:
    """With the words of thousands, millions that follow, and the dot of an abbreviation."""
    while found := lexicon.scales.at(stream, place + taken):
        length, scale = found
        value, step, taken = value * scale, step * scale, taken + length
        if (
            place + taken < len(stream)
            and stream[place + taken].text == "."
            and len(stream[place + taken - 1].text) <= 4
            and not _ends(stream, place + taken)
        ):
            taken += 1
    more = _remainder(stream, place + taken) if step >= 1000 and value.denominator == 1 else None
    return Numeral(value + more, Fraction(1), taken + 1) if more is not None and step == 1000 else Numeral(value, step, taken)


def _remainder(stream: Sequence[Token], place: int) -> int | None:
    """ "8 тысяч 960", "8 миң 960": the hundreds that stand right behind the thousands and belong to no date and no further number."""
    token = stream[place] if place < len(stream) else None
    behind = stream[place + 1].text if place + 1 < len(stream) else ""
    hundreds = token is not None and token.shape == "number" and len(token.text) == 3 and token.text.isdigit() and token.text[0] != "0"
    return int(token.text) if token is not None and hundreds and behind not in {"%", "-", "–", "/"} else None


def _ends(stream: Sequence[Token], place: int) -> bool:
    """Whether the dot at this place ends the sentence: the line's end or a capital follows."""
    return (
        place + 1 >= len(stream)
        or stream[place + 1].shape in {"line", "cell"}
        or (stream[place + 1].text[:1].isupper() and stream[place + 1].shape == "word")
    )


def numeral_at(stream: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """The numeral that begins at this token, if one does."""
    token = stream[place]
    if token.shape == "number":
        read = of_digits(token.text, lexicon)
        return _scaled(read[0], read[1], 1, stream, place, lexicon) if read else None
    if token.shape != "word":
        return None
    return _share(stream, place, lexicon) or _in_words(stream, place, lexicon)


def _share(stream: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    """ "Half", "two thirds", "каждый третий": a share in per cent. What was rounded to say so may differ by two points."""
    phrase = lexicon.numerals.at(stream, place)
    if phrase and phrase[0] > 1 and phrase[1] >= 1000:
        return Numeral(Fraction(phrase[1]), Fraction(phrase[1]) / 5, phrase[0], words=True)
    found = lexicon.fractions.at(stream, place) or _one_of(stream, place, lexicon)
    return Numeral(Fraction(found[1]), Fraction(4), found[0], words=True, percent=True) if found else None


_ONE_IN = frozenset({("one", "in"), ("один", "из"), ("одна", "из"), ("одно", "из"), ("одной", "из"), ("одного", "из"), ("одним", "из"), ("одну", "из")})


def _one_of(stream: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[int, Fraction] | None:
    """ "One in seven", "одна из двенадцати": a share, where no noun of the number's own stands behind it."""
    if place + 2 >= len(stream) or (stream[place].folded, stream[place + 1].folded) not in _ONE_IN:
        return None
    whole = numeral_at(stream, place + 2, lexicon) if stream[place + 2].folded not in {"one", "один"} else None
    if whole is None or whole.percent or not 2 <= whole.value <= 1000 or whole.step != 1:
        return None
    after = place + 2 + whole.taken
    counted = after < len(stream) and stream[after].shape == "word" and stream[after].folded not in lexicon.stops
    return None if counted and lexicon.language != "en" else (2 + whole.taken, Fraction(100) / whole.value)


def _parts(token: Token) -> list[Token]:
    """The words of "thirty-eight"."""
    return (
        [Token(one, token.start, token.end, "word", fold(one), frozenset({fold(one)})) for one in token.text.split("-")]
        if "-" in token.text
        else [token]
    )


def _in_words(stream: Sequence[Token], place: int, lexicon: Lexicon) -> Numeral | None:
    total, group, taken, last = 0, 0, 0, 10**12
    while place + taken < len(stream) and stream[place + taken].shape == "word":
        values = [lexicon.numerals.at([one], 0) for one in _parts(stream[place + taken])]
        scale = lexicon.scales.at(stream, place + taken)
        if all(values):
            said = sum(one[1] for one in values if one)
            ten_and = last == 10 and said < 10 and lexicon.language in {"kk", "ky"}  # "он бір" is eleven
            if said >= last or (taken and last < 20 and not ten_and):
                break
            group, last = (group * said if said == 100 and 0 < group < 10 else group + said), said
        elif scale and (taken or scale[1] > 100) and group:
            total, group, last = total + group * scale[1], 0, scale[1]
        else:
            break
        taken += 1
    if not taken:
        return None
    value = Fraction(total + group)
    if place + taken + 2 < len(stream) and [one.folded for one in stream[place + taken : place + taken + 3]] == ["and", "a", "half"]:
        value, taken = value + Fraction(1, 2), taken + 3
    return Numeral(value, Fraction(1), taken, words=True) if value else None
