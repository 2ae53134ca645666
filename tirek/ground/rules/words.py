"""Words: one text in several languages, with the language it was written in and which translations are stale.

It knows the four interface languages' codes and no database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LANGUAGES = ("ru", "kk", "ky", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """A text per language code. `stale` names translations older than the text in the `source` language."""

    texts: tuple[tuple[str, str], ...] = ()
    source: str = ""
    stale: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Mapping[str, str], source: str = "", stale: Iterable[str] = ()) -> "Words":
        """Words from a mapping; empty texts are left out, the first language given is the source unless told."""
        kept = [(code, text) for code, text in texts.items() if text and text.strip()]
        source = source or (kept[0][0] if kept else "")
        return cls(_ordered(kept, source), source, frozenset(stale) & {code for code, _ in kept})

    def in_(self, language: str) -> str:
        """The text in that language, or an empty string."""
        return dict(self.texts).get(language, "")

    def best(self, language: str, order: Iterable[str] = LANGUAGES) -> str:
        """The text in that language, else in the source language, else in the first of `order` that has one."""
        texts = dict(self.texts)
        return next((texts[code] for code in (language, self.source, *order) if texts.get(code)), "")

    def best_language(self, language: str, order: Iterable[str] = LANGUAGES) -> str:
        """The code of the language that `best` answers in, for the `lang` attribute."""
        texts = dict(self.texts)
        return next((code for code in (language, self.source, *order) if texts.get(code)), language)

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that have a text, the source first."""
        return tuple(code for code, _ in self.texts)

    def missing(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """Which of the wanted languages have no text yet."""
        return tuple(code for code in wanted if not self.in_(code))

    def rewritten(self, texts: Mapping[str, str]) -> "Words":
        """New words after an edit: where the source text changed and a translation did not, it becomes stale."""
        new = Words.of(texts, self.source if texts.get(self.source, "").strip() else "")
        if not self.texts or new.in_(new.source) == self.in_(new.source):
            kept = {code for code in self.stale if new.in_(code) == self.in_(code)}
            return Words(new.texts, new.source, frozenset(kept))
        unchanged = {code for code in new.languages if code != new.source and new.in_(code) == self.in_(code)}
        return Words(new.texts, new.source, frozenset(unchanged))

    def same_as(self, other: "Words") -> bool:
        """Whether both say the same in every language. The order of languages is no part of it: a database may give it back otherwise."""
        return self.to_json() == other.to_json()

    def to_json(self) -> dict[str, object]:
        """Plain values for storage: {"texts": {...}, "source": "ru", "stale": [...]}."""
        return {"texts": dict(self.texts), "source": self.source, "stale": sorted(self.stale)}

    @classmethod
    def from_json(cls, stored: Mapping[str, object] | None) -> "Words":
        """The inverse of `to_json`; nothing stored is empty words."""
        if not stored:
            return cls()
        texts = stored.get("texts") or {}
        assert isinstance(texts, Mapping)
        stale = stored.get("stale") or ()
        assert isinstance(stale, list | tuple)
        source = str(stored.get("source") or "")
        return cls(_ordered([(str(code), str(text)) for code, text in texts.items()], source), source, frozenset(map(str, stale)))

    def __bool__(self) -> bool:
        return bool(self.texts)


def _ordered(texts: list[tuple[str, str]], source: str) -> tuple[tuple[str, str], ...]:
    """The source first, then the interface's languages in their order, then others: a database may give them back in another order than they came."""
    known = {code: place for place, code in enumerate(LANGUAGES)}
    return tuple(sorted(texts, key=lambda one: (one[0] != source, known.get(one[0], len(known)), one[0])))
