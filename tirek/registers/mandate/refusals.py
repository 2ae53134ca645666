"""What the register of members may refuse. Texts only; no rule and no table."""

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal


class MemberNameMissing(Refusal):
    """A member without a name."""

    code = "member-name-missing"
    message = _("The member has no name. Write it as it stands on the certificate.")


class CodeUnknown(Refusal):
    """A profession, language, sex or reason that is not in the lists."""

    code = "member-code-unknown"
    message = _("“%(given)s” is not in the list. Choose one that the list has.")


class AccountNotOfMechanism(Refusal):
    """An account that has no role in the country's mechanism."""

    code = "account-not-of-mechanism"
    message = _("This account has no role in the mechanism. Ask the administrator to give it the member's role first.")


class AccountTaken(Refusal):
    """Two members with one account."""

    code = "account-taken"
    message = _("This account belongs to the member %(name)s already. Choose another account.")


class OwnAccount(Refusal):
    """Joining the own account to somebody's entry: it would open what is open to that member alone."""

    code = "own-account"
    message = _(
        "Nobody joins the own account to a member who is entered already: it would open that member’s visits."
        " Let the head or somebody else of the secretariat do it."
    )


class AccountInUse(Refusal):
    """Putting another account in place of one that is in use."""

    code = "account-in-use"
    message = _("%(name)s signs in with an account that is open. Another one takes its place once an administrator has closed it.")


class TermReversed(Refusal):
    """A term, a conflict or a certificate that ends before it begins."""

    code = "term-reversed"
    message = _("The last day (%(until)s) is before the first day (%(since)s). Change one of them.")


class TermOverlaps(Refusal):
    """Two terms of one member on the same day."""

    code = "term-overlaps"
    message = _("These days cross another term of the member (%(since)s – %(until)s). Let the new term begin after it.")


class NoTermThen(Refusal):
    """Ending a term on a day that no term covers."""

    code = "no-term-then"
    message = _("The member has no term on %(on)s. Choose a day within a term.")


class ReasonForEndMissing(Refusal):
    """A term that ends before its time, without a reason."""

    code = "end-reason-missing"
    message = _("A term that ends before its time needs a reason. Write it down.")


class ConflictWithOne(Refusal):
    """A conflict names a place or an authority, one of the two."""

    code = "conflict-with-one"
    message = _("A conflict of interest is with a place or with an authority. Choose one of the two.")


class ConflictNeedsWords(Refusal):
    """Another reason than those of the list."""

    code = "conflict-needs-words"
    message = _("“Another reason” needs a sentence that says which.")


class ConflictDeclared(Refusal):
    """The same conflict is declared and has not ended."""

    code = "conflict-declared"
    message = _("This conflict of interest is declared already and has not ended.")


class ConflictEnded(Refusal):
    """Ending what has ended."""

    code = "conflict-ended"
    message = _("This conflict of interest ended on %(until)s.")


class AbsenceCrosses(Refusal):
    """Days away that are noted already."""

    code = "absence-crosses"
    message = _("Days from %(since)s to %(until)s are noted already. Take them back first, or choose other days.")


class AbsenceTooLong(Refusal):
    """Days away for more than a year."""

    code = "absence-too-long"
    message = _("These days are longer than a year. Check the year, or end the member’s term.")


class OathTaken(Refusal):
    """A second oath."""

    code = "oath-taken"
    message = _("The oath is recorded for %(on)s.")


class CertificateTaken(Refusal):
    """Two certificates with one number."""

    code = "certificate-taken"
    message = _("There is a certificate with the number %(number)s already. Check the number.")


class MemberChanged(Refusal):
    """Somebody else corrected the entry first."""

    code = "member-changed"
    message = "Somebody else has changed this while you were writing. Your text is still in the form: compare it with the new one and save again."
