"""The archive that an office document is: looked through before anything in it is unpacked, then unpacked piece by piece under a limit."""

import encodings.cp437  # noqa: F401  (names of parts; once the limits hold, no file can be opened)
import io
import zipfile
import zlib
from collections.abc import Iterator

from tirek.foundation.files.apart.faults import Unreadable

PIECE = 1 << 16
_MOST_PARTS = 5_000
_MOST_RATIO = 400
_SMALL = 1 << 20
"""A part up to this size may be packed as tightly as it likes."""


class Archive:
    """The parts of the file; `most` is how many bytes all of them may say they unpack to."""

    def __init__(self, content: bytes, most: int) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise Unreadable("broken") from error
        self._parts = {part.filename: part for part in self._zip.infolist()}
        if any(part.flag_bits & 1 for part in self._parts.values()):
            raise Unreadable("password")
        if len(self._zip.infolist()) > _MOST_PARTS or sum(part.file_size for part in self._zip.infolist()) > most:
            raise Unreadable("unpacks-too-large")

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self) -> Iterator[str]:
        """The names of the parts."""
        return iter(self._parts)

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, never more at a time than a piece and never more in all than the part says of itself."""
        part = self._parts[name]
        if part.file_size > _SMALL and part.file_size > _MOST_RATIO * max(1, part.compress_size):
            raise Unreadable("unpacks-too-large")
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable("broken")
        try:
            with self._zip.open(part) as opened:
                while piece := opened.read(PIECE):
                    yield piece
        except (zipfile.BadZipFile, EOFError, ValueError, RuntimeError, OverflowError, zlib.error) as error:
            raise Unreadable("broken") from error
