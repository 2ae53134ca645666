"""What may be refused about a saved view."""

from tirek.ground.rules.refusals import Refusal


class ViewNameTaken(Refusal):
    """The person has a view of this list with the same name."""

    code = "view-name-taken"
    message = "You have a view of this list called “%(name)s” already. Choose another name, or remove that one first."


class ViewNotUsable(Refusal):
    """A query that no list's address could have."""

    code = "view-not-usable"
    message = "This view cannot be saved: its filters are too many or hold signs that no address of a list has."


class TooManyViews(Refusal):
    """Nobody finds his way among more."""

    code = "view-too-many"
    message = "You have %(most)s views of this list, which is the most. Remove one that you do not use any more."
