"""Files that people bring, and files that people take away. A file is known by its content, never by the ending of its name.

The name that a file had on somebody's machine may name a person, so it is not kept: a file is called after the thing it belongs to.
It knows no noun: forms use `UploadField`, views `keep_upload` and `file_answer`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpResponse
from django.utils.functional import lazy
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.frame.file_kinds import DOCUMENTS, FileKind, kind_of, media_types
from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.queries import file_facts
from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.ui.formats import listed, number
from tirek.ground.rules.actors import Actor

MEGABYTE = 1_000_000
LIMIT = 20 * MEGABYTE
SCANNED = frozenset({"application/pdf", "image/jpeg", "image/png"})
"""What comes from a scanner: there fewer dots help."""
SANDBOX = "default-src 'none'; sandbox"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a form accepted: its bytes and what they are."""

    content: bytes
    kind: FileKind

    def named(self, stem: str) -> NewFile:
        """The file under a name of the house: the stem with the ending that fits the content."""
        return NewFile(self.content, f"{stem}.{self.kind.ending}", self.kind.media_type)


class LimitedUpload(FileUploadHandler):
    """Stops keeping what goes beyond the limit, so that no upload fills the disk; the field then sees a file that is too large."""

    chunk_size = 64 * 2**10

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The chunk for the handlers after this one, or nothing once the limit is passed. `start` counts what came before it."""
        return raw_data if start <= LIMIT else None

    def file_complete(self, file_size: int) -> None:
        """The handlers after this one keep the file."""
        return


def explained(kinds: Iterable[FileKind], limit: int) -> str:
    """What may be chosen, in one sentence."""
    words = {"kinds": listed([str(kind.words) for kind in kinds]), "limit": number(limit // MEGABYTE)}
    return _("Kinds of file: %(kinds)s; at most %(limit)s MB. The name of the file is not kept.") % words


class UploadField(forms.FileField):
    """A file of one of the kinds, judged by its content, at most `limit` bytes long. Its clean value is an `Upload`, or None."""

    default_error_messages: ClassVar = {
        "too_large": gettext_lazy("This file is too large: at most %(limit)s MB fit. Scan it with fewer dots per inch, or divide it, and choose it again."),
        "too_large_data": gettext_lazy("This file is too large: at most %(limit)s MB fit. Leave out what is not needed, or divide it, and choose it again."),
        "unknown_kind": gettext_lazy("The content of this file is none of these kinds: %(kinds)s. Save or scan it as one of them and choose it again."),
        "choose_again": gettext_lazy("A browser does not keep a chosen file when its page comes back. Choose it again."),
    }

    def __init__(self, *, kinds: tuple[FileKind, ...] = DOCUMENTS, limit: int = LIMIT, **options: Any) -> None:
        self.kinds, self.limit = kinds, min(limit, LIMIT)
        options.setdefault("help_text", lazy(explained, str)(kinds, self.limit))
        super().__init__(**options)
        self.widget.attrs["accept"] = ",".join(media_types(kinds))

    def to_python(self, data: Any) -> Any:
        """The upload of what was sent; nothing where nothing was chosen."""
        sent = super().to_python(data)
        if sent is None:
            return None
        if (sent.size or 0) > self.limit:
            words = self.error_messages["too_large" if any(each.media_type in SCANNED for each in self.kinds) else "too_large_data"]
            raise ValidationError(words, code="too_large", params={"limit": number(self.limit // MEGABYTE)})
        content = sent.read()
        kind = kind_of(content, self.kinds)
        if kind is None:
            named = listed([str(each.words) for each in self.kinds])
            raise ValidationError(self.error_messages["unknown_kind"], code="unknown_kind", params={"kinds": named})
        return Upload(content, kind)


def ask_for_files_again(form: forms.BaseForm) -> None:
    """Says beside each file that was in order that it must be chosen again, because the form has other mistakes. Call it before showing such a form."""
    for name, field in form.fields.items():
        if isinstance(field, UploadField) and form.files.get(form.add_prefix(name)) and not form.has_error(name):
            form.add_error(name, ValidationError(field.error_messages["choose_again"], code="choose_again"))


def keep_upload(upload: Upload, *, stem: str, country: str, by: Actor) -> UUID:
    """Keeps an accepted file under a name made of `stem` and returns its id."""
    made = upload.named(stem)
    return store_file(content=made.content, name=made.name, media_type=made.media_type, country=country, by=by).value.pk


def file_answer(file_id: UUID, *, stem: str = "") -> HttpResponse:
    """A stored file to be saved, never to be run or shown within the page; raises NotFound, FileDamaged.

    The caller has made sure that the reader may have it. It is called `stem`, which must say nothing that the reader may not know,
    with the ending of its kind; without a stem it keeps the name that the house gave it.
    """
    facts = file_facts(file_id)
    ending = facts.name.rpartition(".")[2]
    name = f"{stem}.{ending}" if stem else facts.name
    return bytes_answer(fetch(facts.sha256), name=name, media_type=facts.media_type)


def bytes_answer(content: bytes, *, name: str, media_type: str) -> HttpResponse:
    """Bytes to be saved under a name: an attachment that is neither guessed at, nor kept by the browser, nor able to run anything."""
    answer = HttpResponse(content, content_type=media_type)
    as_attachment(answer, name)
    return answer


def as_attachment(answer: Any, name: str) -> None:
    """The headers of anything that leaves the house as a file, streamed or not; the name is written as RFC 5987 asks."""
    plain = "".join(each if each.isprintable() and each not in '/\\"' else "-" for each in name)[:150]
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=plain) or "attachment"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Security-Policy"] = SANDBOX
