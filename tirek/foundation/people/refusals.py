"""What people may be refused in matters of accounts. Texts only; no rule and no table."""

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal


class OwnRights(Refusal):
    """Nobody changes his own rights or confirms his own reset."""

    code = "own-rights"
    message = _("Nobody can change his or her own rights. Ask another administrator.")


class LastAdministrator(Refusal):
    """A country's last administrator must stay."""

    code = "last-administrator"
    message = _("This is the last administrator. Give somebody else the administrator's role first.")


class AdministratorSeesNoContent(Refusal):
    """The administrator's role and roles that open content do not go together."""

    code = "administrator-no-content"
    message = _("An administrator sees no content, so the administrator's role cannot be combined with another role. Use two accounts.")


class AuthorityNeeded(Refusal):
    """A focal point or receiving body acts for one authority."""

    code = "authority-needed"
    message = _("This role acts for one authority. Choose the authority from the list.")


class AuthorityNotWanted(Refusal):
    """Other roles act for no authority."""

    code = "authority-not-wanted"
    message = _("Only a focal point or a receiving body acts for an authority. Leave the authority empty.")


class InvitationNotUsable(Refusal):
    """A link that is unknown, used, revoked or too old; the four look the same to whoever holds it."""

    code = "invitation-not-usable"
    message = _("This link has been used, withdrawn or is too old. Ask the administrator for a new one.")


class InvitationClosed(Refusal):
    """Withdrawing an invitation that is not open."""

    code = "invitation-closed"
    message = _("This invitation is no longer open: it was accepted, withdrawn or is too old.")


class AddressTaken(Refusal):
    """An account with this address exists already."""

    code = "address-taken"
    message = _("There is already an account with this e-mail address. Give that account the role instead.")


class SetUpDone(Refusal):
    """The first administrator exists."""

    code = "set-up-done"
    message = _("There is an administrator already. New people come by invitation.")


class ResetOpen(Refusal):
    """A second reset of the same account's factors."""

    code = "reset-open"
    message = _("A reset for this account is already under way. Stop it first if it is wrong.")


class ResetNotUsable(Refusal):
    """The reset has another state than the step needs."""

    code = "reset-not-usable"
    message = _("This step is not possible now: the reset was already confirmed, stopped or finished. Open the page again.")


class ResetTooEarly(Refusal):
    """24 hours have not passed."""

    code = "reset-too-early"
    message = _("A reset waits 24 hours after it was confirmed, so that the owner of the account can stop it.")


class SecondPersonNeeded(Refusal):
    """The person who asked cannot confirm."""

    code = "second-person-needed"
    message = _("A reset needs two persons: somebody other than the person who asked and the owner of the account must confirm it.")


class TooManyAttempts(Refusal):
    """Sign-in must wait."""

    code = "too-many-attempts"
    message = _("Too many attempts. Wait %(minutes)s minutes, or use a passkey or a browser in which you have signed in before.")


class NotOnThisMachine(Refusal):
    """Demonstration persons enter only on the machine itself."""

    code = "not-on-this-machine"
    message = _("Demonstration persons can sign in only in a browser on the same machine, at the address localhost.")
