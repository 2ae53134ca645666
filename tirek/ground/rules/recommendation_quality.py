"""Quality hints for a recommendation, after the double SMART of the APT: what is missing and why it matters. Never a score, never a rank.

It reads structured inputs and word lists; a hint is advice to the author and blocks nothing.
"""

import re
from dataclasses import dataclass

VAGUE = {
    "ru": ("рассмотреть возможность", "усилить", "активизировать", "обратить внимание", "по возможности", "надлежащ", "улучшить работу"),
    "kk": ("мүмкіндігін қарастыр", "күшейт", "назар аудар", "мүмкіндігінше", "тиісті"),
    "ky": ("мүмкүнчүлүгүн кароо", "күчөт", "көңүл бур", "мүмкүнчүлүккө жараша", "тийиштүү"),
    "en": ("consider the possibility", "strengthen", "pay attention", "if possible", "as appropriate", "improve the work"),
}

HINTS = {
    "not-specific": "“%(word)s” does not say what has to be done. Name the action.",
    "too-short": "The text is very short. Say what has to be done, where and for whom.",
    "not-measurable": "There is no sign by which to tell that it was done. Name a number, a document or a fact that can be checked.",
    "no-term": "There is no date by which it has to be done, so nobody can say when it is late.",
    "not-addressed": "No authority is named that can do it.",
    "addressee-cannot-act": "The named authority does not answer for this place on this date. Check the addressee.",
    "no-finding": "No finding stands behind it, so the authority may ask why.",
    "no-standard": "No law or international standard is named that asks for it.",
    "several-actions": "Several actions stand in one text. One action each can be answered and verified on its own.",
}
"""The English sentence of each hint; faces translate it with the hint's params."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the hints look at. `texts` are (language, text) pairs; `addressee_can_act` is None when nobody knows."""

    texts: tuple[tuple[str, str], ...]
    indicator: str = ""
    has_term: bool = False
    addressee: str = ""
    addressee_can_act: bool | None = None
    findings: int = 0
    standards: int = 0


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: a key of HINTS, the language it is about (empty for the whole) and parameters."""

    code: str
    language: str = ""
    params: tuple[tuple[str, str], ...] = ()


def hints(draft: Draft) -> tuple[Hint, ...]:
    """All hints: text by text, then about the whole, in a fixed order."""
    return (*(hint for language, text in draft.texts for hint in _text_hints(language, text)), *_whole_hints(draft))


def _text_hints(language: str, text: str) -> tuple[Hint, ...]:
    found = [Hint("not-specific", language, (("word", word),)) for word in VAGUE.get(language, ()) if word in text.lower()]
    if len(text.split()) < 4:
        found.append(Hint("too-short", language))
    if text.count(";") >= 2 or len(re.findall(r"(?m)^\s{0,4}(?:\d{1,2}[.)]|[-•–])\s", text)) >= 2:
        found.append(Hint("several-actions", language))
    return tuple(found)


def _whole_hints(draft: Draft) -> tuple[Hint, ...]:
    missing = {
        "not-measurable": not draft.indicator.strip(),
        "no-term": not draft.has_term,
        "not-addressed": not draft.addressee,
        "addressee-cannot-act": bool(draft.addressee) and draft.addressee_can_act is False,
        "no-finding": draft.findings == 0,
        "no-standard": draft.standards == 0,
    }
    return tuple(Hint(code) for code, holds in missing.items() if holds)
