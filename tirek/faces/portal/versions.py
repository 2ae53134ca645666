"""The editions of a page as its list shows them: why each was made and where it stands. It asks no room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from tirek.insight.publications.queries import Version


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """A version with why it differs from the one before, in words, and its address."""

    version: Version
    change: object
    address: str


def listed_versions(versions: Iterable[Version], changes: Mapping[str, object], page: str, *named: object) -> list[ListedVersion]:
    """The versions of a thing; `page` is the address of one of them, `named` what stands in it before the number."""
    return [ListedVersion(each, changes.get(each.change, ""), reverse(f"portal:{page}", args=[*named, each.number])) for each in versions]
