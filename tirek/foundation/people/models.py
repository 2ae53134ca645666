"""Accounts and grants of roles. An account signs in; what it may do stands in its grants, each with its dates."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow, PartlyLedgered
from tirek.ground.rules.actors import Role


class AccountQuerySet(models.QuerySet["Account"]):
    """Accounts, asked for in words."""

    def active(self) -> "AccountQuerySet":
        """Accounts that may sign in."""
        return self.filter(is_active=True)


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; passwords only through Django's hashers."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account with this address, without regard to case."""
        return self.get(email=(username or "").strip().lower())


class Account(PartlyLedgered, AbstractBaseUser):
    """A person who signs in. The id is opaque and all that the ledger shows of the person; of what decides whose name stands
    beside an act it holds a salted MAC."""

    VOUCHED = ("email", "name", "is_active", "demonstration")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="ru")
    country = models.CharField(max_length=8, default="", blank=True)
    is_active = models.BooleanField(default=True)
    demonstration = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = AccountManager.from_queryset(AccountQuerySet)()

    def __str__(self) -> str:
        return self.name


class RoleGrantQuerySet(LedgeredQuerySet["RoleGrant"]):
    """Grants, asked for in words."""

    def in_force(self) -> "RoleGrantQuerySet":
        """Grants that hold now: each begins when it is given, and one that was ended is ended whatever the clock is set to later."""
        return self.filter(until=None)


class RoleGrant(LedgeredRow):
    """One role of one account in one country, from an instant until it is ended."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    authority = models.CharField(max_length=60, blank=True, default="")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["account", "role", "country", "authority"], condition=Q(until__isnull=True), name="people_one_open_grant"
            ),
        ]


class InvitationQuerySet(LedgeredQuerySet["Invitation"]):
    """Invitations, asked for in words."""

    def open_at(self, now: datetime) -> "InvitationQuerySet":
        """Invitations that can still be accepted."""
        return self.within_term(now).filter(accepted_at=None)

    def within_term(self, now: datetime) -> "InvitationQuerySet":
        """Neither withdrawn nor too old; a link that was accepted still opens its own account while that has no way in."""
        return self.filter(revoked_at=None, expires_at__gt=now)


class Invitation(LedgeredRow):
    """A one-time link: to join (72 hours), to set the house up (30 minutes), or to enter again after a reset of factors (72 hours).

    Only the SHA-256 of the link's secret is kept. A setting-up has no country yet.
    """

    JOIN, SET_UP, RETURN = "join", "set-up", "return"

    kind = models.CharField(max_length=6, choices=[(kind, kind) for kind in (JOIN, SET_UP, RETURN)], default=JOIN)
    digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField(max_length=254, blank=True, default="")
    name = models.CharField(max_length=200, blank=True, default="")
    language = models.CharField(max_length=2, default="ru")
    role = models.CharField(max_length=20, blank=True, default="")
    authority = models.CharField(max_length=60, blank=True, default="")
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    objects = InvitationQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [*LedgeredRow.Meta.constraints]


class RightRequestQuerySet(LedgeredQuerySet["RightRequest"]):
    """Rights asked for, in words."""

    def undecided(self) -> "RightRequestQuerySet":
        """Neither confirmed nor refused nor noted as expired."""
        return self.filter(confirmed_at=None, refused_at=None, lapsed_at=None)

    def open_at(self, now: datetime) -> "RightRequestQuerySet":
        """Those that a second person can still decide."""
        return self.undecided().filter(expires_at__gt=now)


class RightRequest(LedgeredRow):
    """A right that one person asked for and that holds only once a second person has confirmed it: a role for an account, or an invitation.

    `kept_because`: why passages of the reason stay that could name a detained person.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, null=True, related_name="requests")
    role = models.CharField(max_length=20)
    authority = models.CharField(max_length=60, blank=True, default="")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")
    kept_because = models.TextField(blank=True, default="")
    lapsed_at = models.DateTimeField(null=True, blank=True)

    objects = RightRequestQuerySet.as_manager()  # type: ignore[misc]

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [*LedgeredRow.Meta.constraints]

    def state_at(self, now: datetime) -> str:
        """confirmed, refused, expired or waiting."""
        if self.confirmed_at:
            return "confirmed"
        if self.refused_at:
            return "refused"
        return "waiting" if self.lapsed_at is None and self.expires_at > now else "expired"


class FactorReset(LedgeredRow):
    """Taking away an account's password, passkeys and codes: asked by one person, confirmed by another, done 24 hours later."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="resets")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    stopped_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["account"], condition=Q(stopped_at__isnull=True, done_at__isnull=True), name="people_one_open_reset"
            ),
        ]

    @property
    def open(self) -> bool:
        """Neither stopped nor done."""
        return self.stopped_at is None and self.done_at is None


class OutsideIdentity(LedgeredRow):
    """That an account can be entered through the ministry's sign-in service: a digest of who the person is there, and nothing else of it."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)

    class Meta(LedgeredRow.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [*LedgeredRow.Meta.constraints]


class FailedAttempts(models.Model):
    """Failed sign-ins on one name from one source (an address, or a browser that is known to the account). No clear names, no ledger."""

    login = models.CharField(max_length=64)
    source = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["login", "source"], name="people_one_count")]


class Edition(models.Model):
    """One row: whether this database holds the demonstration or the main edition (set once, at first start), and what it was filled with.

    `filled` holds the digest of each thing that was loaded whole, by its name; it goes wherever the database goes.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=13)
    filled = models.JSONField(default=dict)
