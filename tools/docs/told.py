"""What the code tells of itself: states, refusals, acts of the ledger, terms, commands. Written anew at each building, in both languages.

Words come from the catalogues, terms from the packs; only a page's title and its opening stand in `look/told.yaml`.
"""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml
from django.urls import get_resolver
from django.utils.translation import gettext, override

from tirek.faces.desk.international.words import STATES as OF_INTERNATIONAL
from tirek.faces.desk.ledger.acts import ACTS, NOUNS
from tirek.faces.desk.plan.words import ANNUAL_STATES
from tirek.faces.desk.reports.words import STATES as OF_REPORTS
from tirek.faces.desk.sheets.words import STATES as OF_SHEETS
from tirek.faces.desk.visits.words import PLAN_STATES
from tirek.faces.desk.visits.words import STATES as OF_VISITS
from tirek.faces.frame.answers import words as of_recommendations
from tirek.faces.respond.words import REPLY_STATES
from tirek.foundation.jurisdictions.queries import glossary
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.transitions import Transitions
from tirek.project.cli.main import parser
from tools import states
from tools.docs.contents import LANGUAGES, Page

FRAME = Path(__file__).resolve().parent / "look" / "told.yaml"
OF_STATES = {
    "annual plan": ANNUAL_STATES, "international report": OF_INTERNATIONAL, "plan entry": PLAN_STATES, "recommendation": of_recommendations.STATES, "authority's word": of_recommendations.WORDS,
    "verification": of_recommendations.VERIFICATIONS, "reply": REPLY_STATES, "report": OF_REPORTS, "sheet": OF_SHEETS, "visit": OF_VISITS,
}  # fmt: skip
"""The reader's words for the states of each table of transitions."""
MANY = {"ru": "Русский", "kk": "Қазақша", "ky": "Кыргызча", "en": "English"}


def pages() -> list[Page]:
    """Every page that is written by the code, in each language."""
    frame = yaml.safe_load(FRAME.read_text(encoding="utf-8"))
    made = []
    for language in LANGUAGES:
        with override(language):
            for name, tell in TOLD.items():
                words = {key: each[language] for key, each in frame[name].items()}
                made.append(Page(f"reference/{name}", language, "\n".join([f"# {words['title']}", "", words["opening"], "", *tell(words)])))
    return made


def table(*rows: tuple[str, ...]) -> Iterator[str]:
    """Rows of Markdown, the first one its heading."""
    for number, row in enumerate(rows):
        yield "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|").replace("<", "&lt;") for cell in row) + " |"
        if number == 0:
            yield "|" + "---|" * len(row)
    yield ""


def said_of(one: Transitions) -> dict[str, str]:
    """The states of a table in the reader's words."""
    return {state: str(held[0] if isinstance(held, tuple) else held) for state, held in OF_STATES[one.noun].items()}


def told_states(words: dict[str, str]) -> Iterator[str]:
    """Each table of transitions: states in words, and the moves that lead on."""
    for _, one in states.tables():
        name = {state: f"{said} (`{state}`)" for state, said in said_of(one).items()}
        yield f"## {words[one.noun]}"
        yield ""
        moves = [(name[state], "; ".join(f"`{move.verb}` → {name[move.after]}" for move in one.moves if move.before == state) or words["end"]) for state in one.states]
        yield from table((words["state"], words["possible"]), *moves)


def told_refusals(words: dict[str, str]) -> Iterator[str]:
    """Every refusal that the house knows, by the room that says it."""
    list(get_resolver().url_patterns)  # whoever can refuse is there now
    by_room: dict[str, list[type[Refusal]]] = {}
    for one in below(Refusal):
        by_room.setdefault(".".join(one.__module__.split(".")[1:3]), []).append(one)
    for room in sorted(by_room):
        yield f"## {room.replace('.', '/')}"
        yield ""
        yield from table((words["code"], words["sentence"]), *sorted((f"`{one.code}`", in_code(gettext(one.message))) for one in by_room[room]))


def in_code(sentence: str) -> str:
    """The sentence, with its places (`%(name)s`) as an ellipsis."""
    parts = sentence.split("%(")
    return parts[0] + "".join("…" + part.partition(")s")[2] if ")s" in part else "…" + part.partition(")d")[2] for part in parts[1:])


def below(kind: type[Refusal]) -> list[type[Refusal]]:
    """All kinds of refusals of the product, each once."""
    found = {each for one in kind.__subclasses__() for each in (one, *below(one))}
    return sorted((each for each in found if each.__module__.startswith("tirek.")), key=lambda each: (each.__module__, each.code))


def told_acts(words: dict[str, str]) -> Iterator[str]:
    """The acts of the ledger, and the nouns they are about."""
    yield from table((words["code"], words["act"]), *((f"`{code}`", gettext(said)) for code, said in sorted(ACTS.items())))
    yield f"## {words['nouns']}"
    yield ""
    yield from table((words["code"], words["noun"]), *((f"`{code}`", gettext(said)) for code, said in sorted(NOUNS.items())))


def told_glossary(words: dict[str, str]) -> Iterator[str]:
    """The terms in four languages; a star marks what a native speaker has still to confirm."""
    rows = [tuple(dict(term.name.texts)[code] + (" *" if code in term.native_check else "") for code in MANY) for term in glossary()]
    yield from table(tuple(MANY.values()), *sorted(rows, key=lambda row: [cell.lower() for cell in row]))


def told_commands(words: dict[str, str]) -> Iterator[str]:
    """What each command says with `--help`."""
    for one in commands(parser()):
        one.formatter_class = partial(argparse.HelpFormatter, width=96)  # type: ignore[assignment]  # not as wide as the terminal of whoever builds
        yield from (f"## `{one.prog}`", "", "```", one.format_help().rstrip(), "```", "")


def commands(one: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A command and all below it; a group that does nothing by itself is left out."""
    choices = [action.choices for action in one._actions if isinstance(action, argparse._SubParsersAction)]
    if not choices:
        yield one
    for held in choices:
        for each in held.values():
            yield from commands(each)


TOLD: dict[str, Callable[[dict[str, str]], Iterator[str]]] = {
    "states": told_states, "refusals": told_refusals, "acts": told_acts, "glossary": told_glossary, "command-help": told_commands,
}  # fmt: skip
"""The pages by name, and what tells each of them."""
