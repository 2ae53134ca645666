"""Open texts that must name no detained person: a form that finds such a passage asks once more before it lets the text through.

The passages of findings are decided one by one (see passages.py); here, in notes and grounds, the writer mends the text or says that it
names no detained person. The check helps; it proves nothing.
"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.visits.words import reason_words
from tirek.ground.rules.words import Words
from tirek.records.visits.texts import passages_in

CLEARED = "names_nobody"


class CarefulForm(forms.Form):
    """A form whose `careful` fields are searched for names, numbers, cells with dates, rare diagnoses."""

    careful: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and self.add_prefix(CLEARED) in self.data:
            self.ask_to_clear()

    def ask_to_clear(self) -> None:
        """Puts the question to the form."""
        words = gettext_lazy("These passages name no detained person: save the text as it is")
        self.fields[CLEARED] = forms.BooleanField(label=words, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuses a passage that could name somebody unless the writer has cleared it; the field of the question is no answer of the form."""
        typed = super().clean() or {}
        cleared = typed.pop(CLEARED, False)
        found = {name: passages_in(plain(typed.get(name))) for name in self.careful}
        if not cleared:
            for name, passages in found.items():
                for passage in passages:
                    words = _("“%(passage)s”: %(reason)s Write it in general words, or tick the last box if it names no detained person.")
                    self.add_error(name, words % {"passage": passage.text, "reason": reason_words(passage.why)})
            if any(found.values()):
                self.ask_to_clear()
        return typed


def plain(value: object) -> str:
    """The text of a field, in all its languages."""
    if isinstance(value, Words):
        return "\n".join(text for _code, text in value.texts)
    return str(value or "")
