"""What may be refused about plans of years: one exception a thing, each with what to do next."""

from tirek.ground.rules.refusals import Refusal


class PlanThere(Refusal):
    """A second plan of one year."""

    code = "plan-there"
    message = "The plan of %(year)s is begun already. Open it and change it there."


class YearOutOfReach(Refusal):
    """A year that no plan is made for."""

    code = "plan-year"
    message = "A plan is made for a year from %(first)s to %(last)s. Choose another year."


class TargetTwice(Refusal):
    """Two lines for one kind of place and region."""

    code = "target-twice"
    message = "One kind of place and region stands in two lines. Put them together into one."


class NothingPlanned(Refusal):
    """A plan without a target is handed in."""

    code = "nothing-planned"
    message = "The plan has no target yet. Say first how many visits of which kind are to be made."


class NothingAmended(Refusal):
    """An amendment that changes nothing."""

    code = "nothing-amended"
    message = "Nothing is changed, so there is nothing to record. Change a line first."
