"""The least and the greatest of one unknown, among unknowns that are not below nought and of which certain sums are known: a linear programme, exact.

The simplex method with Bland's rule, which cannot run in circles (R. Bland, New finite pivoting rules, 1977), in fractions. Cost: for each pivot the
number of equations times that of unknowns. It knows nothing of tables.
"""

from collections.abc import Sequence
from fractions import Fraction

Row = list[Fraction]


class Programme:
    """Equations `sum(sign * unknown) = value` that at least one set of unknowns meets."""

    def __init__(self, equations: Sequence[tuple[Sequence[int], int]], unknowns: int) -> None:
        self._count = unknowns
        self._rows: list[Row] = []
        self._basis: list[int] = []
        for number, (signs, value) in enumerate(equations):
            turn = -1 if value < 0 else 1
            own = [Fraction(int(number == other)) for other in range(len(equations))]
            self._rows.append([Fraction(sign * turn) for sign in signs] + own + [Fraction(value * turn)])
            self._basis.append(unknowns + number)
        self._begin()

    def greatest(self, unknown: int) -> list[Fraction] | None:
        """The unknowns where this one is greatest; None where it may be as great as one likes."""
        return self._best(unknown, 1)

    def least(self, unknown: int) -> list[Fraction]:
        """The unknowns where this one is least."""
        found = self._best(unknown, -1)
        assert found is not None
        return found

    def _begin(self) -> None:
        """Drives the helping unknowns out, one for each equation; an equation that follows from others goes."""
        width = self._count + len(self._rows)
        self._climb([Fraction(0)] * self._count + [Fraction(-1)] * (width - self._count))
        for number in reversed(range(len(self._rows))):
            if self._basis[number] < self._count:
                continue
            column = next((place for place in range(self._count) if self._rows[number][place]), None)
            if column is None:
                del self._rows[number], self._basis[number]
            else:
                self._pivot(number, column)
        self._rows = [[*row[: self._count], row[-1]] for row in self._rows]

    def _best(self, unknown: int, sign: int) -> list[Fraction] | None:
        goal = [Fraction(sign * int(place == unknown)) for place in range(self._count)]
        if not self._climb(goal):
            return None
        values = [Fraction(0)] * self._count
        for row, place in zip(self._rows, self._basis, strict=True):
            values[place] = row[-1]
        return values

    def _climb(self, goal: Sequence[Fraction]) -> bool:
        """Moves to where the goal is greatest; False where it has no end."""
        while True:
            held = [goal[place] for place in self._basis]
            entering = next(
                (place for place, own in enumerate(goal) if own > sum((weight * row[place] for weight, row in zip(held, self._rows, strict=True) if weight), Fraction(0))),
                None,
            )
            if entering is None:
                return True
            ratios = [(row[-1] / row[entering], self._basis[number], number) for number, row in enumerate(self._rows) if row[entering] > 0]
            if not ratios:
                return False
            self._pivot(min(ratios)[2], entering)

    def _pivot(self, number: int, column: int) -> None:
        """The unknown of the column takes the row's place in the basis."""
        by = self._rows[number][column]
        taken = self._rows[number] = [value / by for value in self._rows[number]]
        for other, row in enumerate(self._rows):
            factor = row[column]
            if other != number and factor:
                self._rows[other] = [value - factor * own if own else value for value, own in zip(row, taken, strict=True)]
        self._basis[number] = column
