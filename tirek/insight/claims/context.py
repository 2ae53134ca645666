"""What a person may say of a figure that extraction cannot know. The seven are named here alone: rows, readers and forms go by these names."""

from dataclasses import dataclass, field, fields


def said(longest: int) -> str:
    """A text of at most so many characters; empty where nobody said it."""
    made: str = field(default="", metadata={"longest": longest})
    return made


@dataclass(frozen=True, slots=True)
class Context:
    """Who says it, of whom or what, where, which bodies or law are meant, stock or flow, by law or in practice, stance."""

    speaker: str = said(200)
    of_whom: str = said(200)
    place: str = said(200)
    scope: str = said(300)
    flow: str = said(5)
    basis: str = said(8)
    stance: str = said(300)


NOTHING_SAID = Context()
LONGEST: dict[str, int] = {each.name: each.metadata["longest"] for each in fields(Context)}
"""How long each may be, in the order in which they are asked."""
