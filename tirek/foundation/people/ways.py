"""Ways in: whether an account can sign in again by itself, and which links lose their force when it can. Stands below services and queries."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils import timezone

from tirek.foundation.people.ending import end_all_sessions
from tirek.foundation.people.models import Account, Invitation, OutsideIdentity
from tirek.foundation.people.printed import is_printed, may_print
from tirek.foundation.people.sealing import can_open

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_way_in(account: object, but: int | None = None) -> bool:
    """Whether an account can sign in whole: a password with a second factor, or a passkey that opens alone. One query.

    An identity at the ministry's sign-in service stands for a password; where that service proves a second factor too, it is a way in by itself.
    One-time codes, on a telephone or printed, open nothing without one of the two, or where their key was lost, and neither does a key that needs to be told whose it is.
    Printed ones count only while the account holds roles of authorities alone. A demonstration account is let in by one click. `but` leaves one factor out, as if it were gone.
    """
    if not isinstance(account, Account):
        return False
    if account.demonstration:
        return True
    held = list(Authenticator.objects.filter(user=account).exclude(pk=but))
    factors = [each for each in held if each.type in SECOND_FACTORS or (is_printed(each) and may_print(account))]
    service = settings.TIREK_OIDC
    outside = service is not None and OutsideIdentity.objects.filter(account=account).exists()
    if outside and service is not None and service.factors:
        return True
    return any(map(can_open if outside or account.has_usable_password() else opens_alone, factors))


def opens_alone(factor: Authenticator) -> bool:
    """Whether a factor is a passkey that signs in without an address; a browser that does not say so was asked for one that does."""
    if factor.type != Authenticator.Type.WEBAUTHN:
        return False
    told = factor.data.get("credential", {}).get("clientExtensionResults", {}).get("credProps", {})
    return told.get("rk") is not False


def needs_passkey(account: object, factor_id: int) -> bool:
    """Whether an account without a password would have no way in without this passkey."""
    if not isinstance(account, Account) or account.has_usable_password():
        return False
    return has_way_in(account) and not has_way_in(account, but=factor_id)


def still_opens(invitation: Invitation) -> bool:
    """Whether a link within its term opens anything: no account came of it yet, or that very account has no way in yet."""
    account = invitation.account
    return account is None or (account.is_active and not has_way_in(account))


def end_links(account: Account) -> int:
    """Ends the term of every link that could let somebody into this account; inside an act of its caller. Returns how many."""
    links = list(Invitation.objects.within_term(timezone.now()).filter(account=account).select_for_update(no_key=True))
    for link in links:
        link.expires_at = timezone.now()
        link.save()
    return len(links)


def strip(account: Account) -> None:
    """Takes every factor, the password, the identity elsewhere and all sessions of an account; inside an act of its caller."""
    OutsideIdentity.objects.filter(account=account).delete()
    Authenticator.objects.filter(user=account).delete()
    account.set_unusable_password()
    account.save(update_fields=["password"])
    end_all_sessions(account)
