"""What the ledger refuses a person."""

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal


class RowAltered(Refusal):
    """A row that an act would write is not what the ledger says of it."""

    code = "row-altered"
    message = _(
        "A record that this would change was altered without the program, so nothing was saved. Tell the auditor: the verification of the "
        "ledger names the record."
    )


class NothingMended(Refusal):
    """Nothing differs from what stands."""

    code = "nothing-mended"
    message = _("Everything stands like this already. Change what is wrong, or go back.")
