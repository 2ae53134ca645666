"""Transitions: a table of states and moves; every noun's life is one such table, from which its diagram is drawn. It knows no noun."""

from dataclasses import dataclass

from tirek.ground.rules.refusals import Refusal


class IllegalMove(Refusal):
    """A verb that the state does not allow. Params: verb, state and what is possible, as codes, which are for a log and no words for a reader."""

    code = "illegal-move"
    message = "This step does not fit the present state: it was taken already, or its turn has not come. Open the page again; it shows what is possible now."

    def __str__(self) -> str:
        return f"{self.message} ({self.params['verb']} in {self.params['state']}; possible: {self.params['possible']})"


@dataclass(frozen=True, slots=True)
class Move:
    """A verb takes a thing from a state to a state."""

    verb: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Transitions:
    """All moves of one noun. `first` is the state it begins in."""

    noun: str
    first: str
    moves: tuple[Move, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """All states, the first one first, in the order the table names them."""
        named = [self.first, *(state for move in self.moves for state in (move.before, move.after))]
        return tuple(dict.fromkeys(named))

    def after(self, state: str, verb: str) -> str:
        """The state after a verb; raises IllegalMove that names what is possible instead."""
        for move in self.moves:
            if (move.before, move.verb) == (state, verb):
                return move.after
        raise IllegalMove(verb=verb, state=state, possible=", ".join(self.possible(state)) or "—")

    def allows(self, state: str, verb: str) -> bool:
        """Whether the verb is possible in the state."""
        return any((move.before, move.verb) == (state, verb) for move in self.moves)

    def possible(self, state: str) -> tuple[str, ...]:
        """Verbs possible in a state."""
        return tuple(move.verb for move in self.moves if move.before == state)

    def is_final(self, state: str) -> bool:
        """Whether nothing leads out of the state."""
        return not self.possible(state)

    def mermaid(self) -> str:
        """The table as a Mermaid state diagram."""
        lines = [f"    {move.before} --> {move.after}: {move.verb}" for move in self.moves]
        return "\n".join(["stateDiagram-v2", f"    [*] --> {self.first}", *lines])


def table(noun: str, first: str, *moves: tuple[str, str, str]) -> Transitions:
    """A table out of (verb, before, after) triples."""
    return Transitions(noun, first, tuple(Move(*move) for move in moves))
