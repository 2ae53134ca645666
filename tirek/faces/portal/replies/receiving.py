"""Receives a form that asks for no file: whatever file is sent with it is dropped unread, and none reaches the disk. It knows no form."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class NoFiles(FileUploadHandler):
    """Drops every file of a request."""

    def new_file(self, *args: object, **options: object) -> None:
        """Refuses a file before its first byte."""
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never asked for: no file begins."""

    def file_complete(self, file_size: int) -> None:
        """Never asked for: no file begins."""
