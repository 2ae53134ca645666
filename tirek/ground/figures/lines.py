"""A text as lines, each with its tokens, the periods it names and where its sentences begin."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from .lexicon import Lexicon, Morphology
from .masks import touching
from .periods import Mention, mentions
from .tokens import Token, tokens
from .wrapping import unwrapped


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: its tokens, the periods it names and the token at which each of its sentences begins."""

    number: int
    stream: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    sentences: tuple[int, ...]
    lexicon: Lexicon

    def sentence_of(self, place: int) -> int:
        """Which sentence a token stands in."""
        return sum(1 for begin in self.sentences if begin <= place) - 1


LONGEST = 300
"""Tokens of a line, at most: a longer one is read in pieces, so that the cost stays linear in the text's length."""


def lines(text: str, choose: Callable[[str], Lexicon], morphology: Callable[[str], Morphology]) -> list[Line]:
    """Every line of a text that is not empty; `choose` names the lexicon of a line, `morphology` what its words may be forms of."""
    found, offset = [], 0
    for number, one in enumerate(unwrapped(text).split("\n")):
        if one.strip():
            lexicon = choose(one)
            stream = _stream(one, offset, morphology(lexicon.language))
            for piece in _pieces(stream, lexicon):
                found.append(Line(number, piece, tuple(mentions(piece, lexicon)), _sentences(piece, lexicon), lexicon))
        offset += len(one) + 1
    return found


def _pieces(stream: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """A stream whole, or cut before sentences; a sentence that is itself too long is cut where it must be."""
    while len(stream) > LONGEST:
        begins = [place for place in _sentences(stream[:LONGEST], lexicon) if place > LONGEST // 4]
        cut = begins[-1] if begins else LONGEST
        yield stream[:cut]
        stream = stream[cut:]
    yield stream


def _stream(line: str, offset: int, morphology: Morphology) -> tuple[Token, ...]:
    return tuple(
        replace(one, forms=morphology.forms(one.folded)) if one.shape == "word" else replace(one, forms=frozenset({one.folded}))
        for one in tokens(line, offset)
    )


def _sentences(stream: Sequence[Token], lexicon: Lexicon) -> tuple[int, ...]:
    """Where sentences begin: after . ! ? with a capital, a digit or a quotation mark behind it, unless the dot ends an abbreviation."""
    begun = [0]
    abbreviated = set(lexicon.notes.get("abbreviations", "").split())
    ends_a_year = set(lexicon.notes.get("year_abbreviations", "").split())
    for place in range(1, len(stream) - 1):
        token, before, after = stream[place], stream[place - 1], stream[place + 1]
        if token.text not in {".", "!", "?", "…", ";"} or touching(token, after):
            continue
        short = token.text == "." and before.folded in abbreviated and before.shape == "word"
        starts = after.text[:1].isupper() or after.shape == "number" or after.text in {"«", '"', "“", "–", "—", "("}
        if (
            starts
            and not (
                short and not (after.text[:1].isupper() and before.folded in ends_a_year and not lexicon.months.at(stream, place + 1))
            )
            and token.text != ";"
        ):
            begun.append(place + 1)
    return tuple(begun)
