"""The form of the check: a text, or a file. It asks and tidies; what can be read the room below says."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.foundation.ui.formats import number
from tirek.insight.publications.texts import CHARACTERS, FILE, DocumentTooLarge

MEGABYTE = 1_000_000
ENDINGS = ".txt,.docx,.pdf,.html,.htm"


def longest() -> str:
    """How much text may be pasted."""
    return _("At most %(number)s characters.") % {"number": number(CHARACTERS)}


def largest() -> str:
    """Which files may be chosen."""
    return _("TXT, DOCX, PDF with text, or HTML; at most %(number)s MB.") % {"number": number(FILE // MEGABYTE)}


class TextForm(forms.Form):
    """A pasted text or a chosen file; one of the two."""

    use_required_attribute = False

    text = forms.CharField(
        label=gettext_lazy("Text"), required=False, strip=False, help_text=lazy(longest, str)(),
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "autocomplete": "off"}),
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Or a file"), required=False, allow_empty_file=True, max_length=None, help_text=lazy(largest, str)(),
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
    )  # fmt: skip

    part = forms.IntegerField(required=False, min_value=1, max_value=1000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():  # one of the two is needed: neither is "optional"
            field.hangs_on_another = True  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        """The text with the line ends that it had before the browser sent it."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")

    def clean_file(self) -> Any:
        """A file that is not too large to be read."""
        sent = self.cleaned_data["file"]
        if sent and sent.size > FILE:
            words = _("This file has %(size)s MB; at most %(limit)s MB are read. Take its pictures out, or give the part that you need.")
            raise ValidationError(words % {"size": -(-sent.size // MEGABYTE), "limit": FILE // MEGABYTE}, code=DocumentTooLarge.code)
        return sent

    def clean(self) -> dict[str, Any]:
        """Asks for one of the two, and not for both."""
        given = super().clean() or {}
        if self.errors:
            return given
        typed, sent = str(given.get("text", "")).strip(), given.get("file") is not None
        if typed and sent:
            raise ValidationError(_("You gave a text and a file. Only one of them can be checked at a time: empty the text, or send it without the file."))
        if not typed and not sent:
            self.add_error("text", _("There is no text yet. Paste a text, or choose a file."))
        return given
