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


class SecondPersonThere(Refusal):
    """The terminal's link for one country is for a country that lacks a second person."""

    code = "second-person-there"
    message = _("In this country two persons can give rights already. New people come by invitation.")


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


class TwoPersonsForRight(Refusal):
    """A right needs a second person."""

    code = "two-persons-for-right"
    message = _("A right needs two persons: another administrator or the head must decide it, not whoever asked for it or gets it.")


class NobodyCanConfirm(Refusal):
    """There is no second person in the country."""

    code = "nobody-can-confirm"
    message = _("Nobody else in this country could confirm it. Invite the first head; where a head or a second administrator is missing later, whoever runs the server makes a link for one.")


class RightDecided(Refusal):
    """The request was decided meanwhile, or its 72 hours have passed."""

    code = "right-decided"
    message = _("This was already confirmed, refused or withdrawn, or its 72 hours have passed. If the right is still wanted, it must be asked for anew.")


class AskerLostRight(Refusal):
    """Whoever asked may no longer ask."""

    code = "asker-lost-right"
    message = _("Whoever asked for this right may no longer give rights. Refuse it, and ask for it yourself if it is needed.")


class ReceiverClosed(Refusal):
    """The account that would get the right was closed meanwhile."""

    code = "receiver-closed"
    message = _("The account that would get this right is closed. Refuse it, or open the account first.")


class RightAskedOrHeld(Refusal):
    """Asking twice for one right."""

    code = "right-asked-or-held"
    message = _("This account already has this role, or it waits for confirmation.")


class ReasonNeeded(Refusal):
    """Refusing says why."""

    code = "reason-needed"
    message = _("Say why you refuse it: whoever asked reads it.")


class TooManyAttempts(Refusal):
    """Sign-in must wait."""

    code = "too-many-attempts"
    message = "Too many attempts. Wait %(minutes)s minute, or use a passkey or a browser in which you have signed in before."
    plural = "Too many attempts. Wait %(minutes)s minutes, or use a passkey or a browser in which you have signed in before."
    counts = "minutes"


class IdentityTaken(Refusal):
    """One identity opens one account."""

    code = "identity-taken"
    message = _("This identity is linked to another account already. Ask the administrator.")


class LastWayIn(Refusal):
    """Nobody locks himself out."""

    code = "last-way-in"
    message = _("This is the only way into your account. Add a passkey, or a password with one-time codes, first.")


class NotOnThisMachine(Refusal):
    """Demonstration persons enter only on the machine itself."""

    code = "not-on-this-machine"
    message = _("Demonstration persons can sign in only in a browser on the same machine, at the address localhost.")


class BodyBesideMechanism(Refusal):
    """A role of an authority beside one of the mechanism."""

    code = "body-beside-mechanism"
    message = "Nobody acts for an authority and for the mechanism or its ledger at once. End the other role first."


class FacilityHasNoHead(Refusal):
    """A role other than the focal point's for a facility."""

    code = "facility-has-no-head"
    message = "A facility has a focal point alone: it prepares, and the body above it sends. Choose that role, or an authority."
