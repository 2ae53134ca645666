"""Accounts and grants of roles. An account signs in; what it may do stands in its grants, each with its dates."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from tirek.foundation.ledger.rows import LedgeredQuerySet, LedgeredRow
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


class Account(AbstractBaseUser):
    """A person who signs in. The id is opaque and is all that the ledger ever sees of the person."""

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

    def in_force(self, on: datetime) -> "RoleGrantQuerySet":
        """Grants that hold at an instant."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


class RoleGrant(LedgeredRow):
    """One role of one account in one country, from an instant until it is ended."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    authority = models.CharField(max_length=60, blank=True, default="")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta(LedgeredRow.Meta):
        constraints = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["account", "role", "country", "authority"], condition=Q(until__isnull=True), name="people_one_open_grant"
            ),
        ]


class Edition(models.Model):
    """One row: whether this database holds the demonstration or the main edition. Set once, at first start."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=13)
