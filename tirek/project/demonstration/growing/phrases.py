"""Sentences of the field out of the parts in `phrases.yaml`; invented names out of those in `names.yaml`. It knows no row."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tirek.ground.rules.words import Words
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.instance import ROOT

FOLDER = ROOT / "tirek" / "project" / "demonstration" / "growing"
FINDINGS = ("ru", "en")
RECOMMENDATIONS = ("ru", "kk", "en")


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding: which subject of the phrases it is about (-1: a good practice), and what it says."""

    subject: int
    area: str
    text: Words
    standards: tuple[str, ...]


@cache
def phrases() -> dict[str, Any]:
    """The parts of sentences."""
    return dict(yaml.safe_load((FOLDER / "phrases.yaml").read_text(encoding="utf-8")))


@cache
def names() -> dict[str, Any]:
    """The parts of names."""
    return dict(yaml.safe_load((FOLDER / "names.yaml").read_text(encoding="utf-8")))


def capital(text: str) -> str:
    """The sentence with a large first letter."""
    return text[:1].upper() + text[1:]


def said(part: dict[str, str], languages: tuple[str, ...], numbers: dict[str, int]) -> dict[str, str]:
    """A part in these languages, with its numbers."""
    return {code: part[code].format(**numbers) for code in languages}


def finding(chance: Chance) -> Seen:
    """What was seen: where, what, and how one knows."""
    if chance.happens(0.07):
        good = chance.one(phrases()["practices"])
        return Seen(-1, good["area"], Words.of({code: f"{capital(good[code])}." for code in FINDINGS}), ())
    number = chance.randrange(len(phrases()["subjects"]))
    subject, numbers = phrases()["subjects"][number], chance.numbers()
    where = said(chance.one(phrases()["wheres"]), FINDINGS, numbers)
    what = said(chance.one(subject["seen"]), FINDINGS, chance.numbers())
    how = said(chance.one(phrases()["details"]), FINDINGS, chance.numbers())
    text = Words.of({code: f"{where[code]}: {what[code]}. {how[code]}".strip() for code in FINDINGS})
    return Seen(number, subject["area"], text, tuple(chance.sample(subject["standards"], chance.randint(0, len(subject["standards"])))))


def recommendation(chance: Chance, subject: int) -> Words:
    """What is asked because of a finding about the subject."""
    where = said(chance.one(phrases()["wheres"]), RECOMMENDATIONS, chance.numbers())
    what = said(chance.one(phrases()["subjects"][subject]["asked"]), RECOMMENDATIONS, chance.numbers())
    until = said(chance.one(phrases()["terms"]), RECOMMENDATIONS, chance.numbers())
    return Words.of({code: f"{where[code]}: {what[code]}. {until[code]}".strip() for code in RECOMMENDATIONS})


def indicator(chance: Chance) -> Words:
    """By what anybody can tell that it was done; often nobody said."""
    return Words.of(said(chance.one(phrases()["indicators"]), RECOMMENDATIONS, chance.numbers())) if chance.happens(0.4) else Words()


def sentence(chance: Chance, *among: str) -> str:
    """One of the plain sentences under these keys."""
    found: Any = phrases()
    for key in among:
        found = found[key]
    return str(chance.one(found)).format(**chance.numbers())


def measure(chance: Chance) -> Words:
    """What cannot wait for a report."""
    return Words.of(chance.one(phrases()["measures"]))


def summary(chance: Chance, areas: dict[str, str]) -> Words:
    """The summary of a report; the areas' names are Russian ones."""
    two = chance.sample(sorted(areas.values()), 2)
    return Words.of({code: text.format(a=two[0], b=two[1]) for code, text in chance.one(phrases()["summaries"]).items()})


def person(chance: Chance) -> tuple[str, str]:
    """A sex and an invented name."""
    sex = chance.one(("female", "male"))
    return sex, f"{chance.one(names()['women' if sex == 'female' else 'men'])} {chance.one(names()['surnames'])}"
