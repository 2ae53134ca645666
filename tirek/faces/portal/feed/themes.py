"""What can be followed by itself: each sort of published things, and each area of examination of which published reports speak. It asks the packs alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tirek.foundation.jurisdictions.queries import areas


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed of its own: its code in the address, its title, and the kind of edition where it is a sort of things."""

    code: str
    words: "str | Promise"
    kind: str = ""

    @property
    def title(self) -> str:
        """The title in the active language, its first letter large."""
        text = str(self.words)
        return text[:1].upper() + text[1:]


SORTS = {
    each.kind: each
    for each in (
        Followed("reports", _("Reports of visits"), "report"),
        Followed("international", _("International bodies"), "bodies"),
        Followed("questions", _("Questions on which sources differ"), "topic"),
        Followed("profiles", _("Country profiles by year"), "profile"),
        Followed("pictures", _("The country’s picture in figures"), "picture"),
        Followed("documents", _("Source documents with their figures"), "document"),
    )
}


def followable() -> tuple[Followed, ...]:
    """All of them: sorts, then areas in the packs' order, in the active language."""
    language = get_language() or "en"
    return (*SORTS.values(), *(Followed(each.code, each.name.best(language)) for each in areas()))
