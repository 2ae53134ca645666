"""Open texts that must name no detained person: a form that finds such a passage asks why it stays before it lets the text through.

The passages of findings are decided one by one (see visits/passages.py); here, in notes and grounds, the writer mends the text or says why
it names no detained person. The services keep the reason, and refuse without it. The check helps; it proves nothing.
"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.ground.rules.open_texts import REASON_LIMIT
from tirek.ground.rules.text_check import REASONS, Hit, check_text
from tirek.ground.rules.words import Words

CLEARED = "names_nobody"


class CarefulForm(forms.Form):
    """A form whose `careful` fields are searched for names, numbers, cells with dates, rare diagnoses."""

    careful: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and self.add_prefix(CLEARED) in self.data:
            self.ask_why()

    def ask_why(self) -> None:
        """Puts the question to the form."""
        self.fields[CLEARED] = forms.CharField(
            label=gettext_lazy("Why these passages stay: they name no detained person"), required=False, max_length=REASON_LIMIT,
            help_text=gettext_lazy("For example: it is the name of an office-holder acting in office. The reason is kept in the ledger."),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuses a passage that could name somebody unless the writer says why it stays; the reason goes on to the service."""
        typed = super().clean() or {}
        reason = str(typed.get(CLEARED) or "").strip()
        if self.careful:
            typed[CLEARED] = reason
        searched = {name: check_text(plain(typed.get(name))) for name in self.careful if not self.stands(name, typed)}
        found = {name: [hit for hit in hits if not self.decided(hit)] for name, hits in searched.items()}
        if not reason and any(found.values()):
            self.tell(found)
        return typed

    def stands(self, name: str, typed: dict[str, Any]) -> bool:
        """Whether a text is to be let through unasked; a form whose service asks of new texts alone says so of those that stay as they were."""
        return False

    def decided(self, hit: Hit) -> bool:
        """Whether a passage stays by an earlier decision about the same row, of which the service asks no more."""
        return False

    def tell(self, found: dict[str, Any]) -> None:
        """Says at each field which passages it is about, and asks."""
        for name, passages in found.items():
            for passage in passages:
                words = _("“%(passage)s”: %(reason)s Write it in general words, or say in the last field why it stays.")
                self.add_error(name, words % {"passage": passage.text, "reason": reason_words(passage.why)})
        self.ask_why()


def plain(value: object) -> str:
    """The text of a field, in all its languages."""
    if isinstance(value, Words):
        return "\n".join(text for _code, text in value.texts)
    return str(value or "")


def reason_words(why: str) -> str:
    """Why a passage was noticed by the text check."""
    return _(REASONS[why])
