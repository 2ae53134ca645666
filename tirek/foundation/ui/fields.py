"""Words in the database and in forms: one text in several languages, one text area a language. It knows no noun."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tirek.foundation.ui.formats import listed
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.unseen_signs import without_controls
from tirek.ground.rules.words import LANGUAGES, Words

SHORT = 600
"""Characters of a stored text that is kept read: names of places and authorities come again in every row of a list."""


@lru_cache(maxsize=8192)
def read(stored: str) -> Words:
    """The words of a stored value, kept in memory: words never change."""
    return Words.from_json(json.loads(stored))


class WordsField(models.JSONField):
    """A column of `Words`. Nothing stored reads as empty words."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("default", Words)
        super().__init__(*args, **options)
        self.empty_values = [*self.empty_values, Words()]

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Words:
        """The words of a stored value."""
        if isinstance(value, str) and len(value) <= SHORT:
            return read(value)
        return self.to_python(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> Words:
        """Words from words, from their stored form, or from nothing."""
        return value if isinstance(value, Words) else Words.from_json(value)

    def get_prep_value(self, value: Any) -> Any:
        """The stored form of words."""
        return super().get_prep_value(value.to_json() if isinstance(value, Words) else value)

    def value_to_string(self, obj: models.Model) -> Any:
        """The stored form, for serializers."""
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """As JSONField, for the stored form."""
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        super().validate(value.to_json() if isinstance(value, Words) else value, model_instance)

    def formfield(self, **options: Any) -> forms.Field | None:
        """A text area a language."""
        return models.Field.formfield(self, **{"form_class": WordsFormField, **options})


class WordsWidget(forms.Widget):
    """One labelled text area a language, each with its `lang`, one under another."""

    use_fieldset = True

    def __init__(self, languages: Iterable[str] = LANGUAGES, rows: int = 3, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(dict(attrs or {}))
        self.languages = tuple(languages)
        self.rows = rows

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The first language's text area."""
        return f"{id_}_{self.languages[0]}" if id_ and self.languages else id_

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """The text of each language as it was typed, without control characters: PostgreSQL holds no NUL, and XML none but line ends and tabs."""
        return {code: without_controls(str(data.get(f"{name}_{code}", ""))).strip() for code in self.languages}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether the form did not hold these areas at all."""
        return all(f"{name}_{code}" not in data for code in self.languages)

    def render(self, name: str, value: Any, attrs: Mapping[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The areas, with a mark where a translation is older than the original."""
        given = {**self.attrs, **(attrs or {})}
        texts = dict(value.texts) if isinstance(value, Words) else dict(value or {})
        stale = value.stale if isinstance(value, Words) else frozenset()
        id_ = given.get("id", f"id_{name}")
        areas = [
            {
                "code": code,
                "label": LANGUAGE_NAMES[code],
                "id": f"{id_}_{code}",
                "name": f"{name}_{code}",
                "text": texts.get(code, ""),
                "stale": code in stale,
            }
            for code in self.languages
        ]
        marks = {"described": given.get("aria-describedby", ""), "invalid": given.get("aria-invalid", "")}
        return render_to_string(
            "ui/components/words.html", {"areas": areas, "rows": self.rows, "maxlength": given.get("maxlength"), **marks}
        )


class WordsFormField(forms.Field):
    """Words typed by a person. `languages` are asked for, those in `needed` must not stay empty; other languages are kept as they were."""

    default_error_messages: ClassVar = {"language_missing": _("Write the text in these languages too: %(languages)s.")}

    def __init__(
        self,
        *,
        languages: Iterable[str] = LANGUAGES,
        needed: Iterable[str] = (),
        rows: int = 3,
        max_length: int | None = None,
        **options: Any,
    ) -> None:
        self.languages = tuple(languages)
        self.needed = tuple(needed)
        self.max_length = max_length
        options.pop("encoder", None)
        options.pop("decoder", None)
        widget = options.pop("widget", None) or WordsWidget(self.languages, rows, {"maxlength": max_length} if max_length else None)
        super().__init__(widget=widget, **options)

    def to_python(self, value: Any) -> Words:
        """Words of what was typed; empty texts are left out."""
        return value if isinstance(value, Words) else Words.of(value or {})

    def validate(self, value: Words) -> None:
        """Something was written, in every needed language, and not longer than allowed."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
        missing = value.missing(self.needed) if value or self.required else ()
        if missing:
            names = listed(LANGUAGE_NAMES[code] for code in missing)
            raise ValidationError(self.error_messages["language_missing"], code="language_missing", params={"languages": names})
        if self.max_length and any(len(text) > self.max_length for _code, text in value.texts):
            raise ValidationError(
                _("The text is longer than %(limit)s characters. Shorten it."), code="max_length", params={"limit": self.max_length}
            )

    def _clean_bound_field(self, bound: forms.BoundField) -> Words:
        """What was typed over what stood there: languages not asked for stay, outdated translations get their mark."""
        before = bound.initial if isinstance(bound.initial, Words) else Words.from_json(bound.initial)
        if self.disabled:
            return before
        typed = bound.data or {}
        self.clean(typed)
        return before.rewritten({**dict(before.texts), **typed})

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether a person changed any text."""
        before = initial if isinstance(initial, Words) else Words.from_json(initial)
        return any(before.in_(code) != text for code, text in (data or {}).items())
