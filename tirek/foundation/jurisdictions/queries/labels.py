"""Questions about what recommendations are filed under: themes, kinds of labels, labels. They know no recommendation."""

from functools import lru_cache
from itertools import chain

from tirek.foundation.jurisdictions.common import Area, Label, LabelKind, Standard, Theme
from tirek.foundation.jurisdictions.loading import Catalogue, catalogue
from tirek.foundation.jurisdictions.pack import NationalStandard
from tirek.foundation.jurisdictions.queries.shared import standards
from tirek.foundation.jurisdictions.validation import OF_RULES


def themes() -> tuple[Area | Theme, ...]:
    """Themes of recommendations: the areas of examination, those that have a wider name as themes under it, the others beside them, “other” last."""
    areas, wider = catalogue().common.areas, {one.code: one for one in catalogue().common.themes}
    further = wider.keys() - {one.code for one in areas}
    found = (*(wider.get(one.code, one) for one in areas), *(one for one in wider.values() if one.code in further))
    return tuple(sorted(found, key=lambda one: one.code == "other"))


def label_kinds() -> tuple[LabelKind, ...]:
    """The kinds of labels, in their order."""
    return catalogue().common.label_kinds


def labels_of(country: str, kind: str) -> tuple[Label | Standard | NationalStandard, ...]:
    """The labels of a kind, in their order; of the kind `standard` the rules of the country's catalogue."""
    return standards(country) if kind == OF_RULES else tuple(one for one in catalogue().common.labels if one.kind == kind)


def label_with(country: str, id: str) -> Label | Standard | NationalStandard | None:
    """A label by its id; None for one that no pack knows any more."""
    return _known(catalogue(), country).get(id)


def kind_of_label(country: str, id: str) -> str:
    """The kind of a label; nothing for one that no pack knows."""
    found = label_with(country, id)
    return "" if found is None else found.kind if isinstance(found, Label) else OF_RULES


@lru_cache(maxsize=16)
def _known(loaded: Catalogue, country: str) -> dict[str, Label | Standard | NationalStandard]:
    """All labels of a country by id."""
    return {one.id: one for one in chain(loaded.common.labels, standards(country))}
