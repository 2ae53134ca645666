"""Receives a file in memory, never on the disk, and no more of it than is read. It knows no form."""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from tirek.insight.publications.texts import FILE


class InMemoryOnly(FileUploadHandler):
    """Keeps the first file of a request in memory up to the limit, counts the rest of it, and drops every other file."""

    kept: BytesIO | None = None

    def new_file(self, *args: object, **options: object) -> None:
        """Begins the one file."""
        super().new_file(*args, **options)  # type: ignore[arg-type]
        if self.kept is not None:
            raise SkipFile
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keeps the chunk while there is room; what is larger is refused by its size and needs no content."""
        if self.kept is not None and start + len(raw_data) <= FILE:
            self.kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The file with the size that was sent."""
        if self.kept is None:
            return None
        self.kept.seek(0)
        name, kind = self.file_name or "", self.content_type or ""
        return InMemoryUploadedFile(self.kept, self.field_name, name, kind, file_size, self.charset, self.content_type_extra)
