"""What may be refused about a document that is to be read: one exception a thing, each with what to do next."""

from tirek.ground.rules.refusals import Refusal


class EmptyDocument(Refusal):
    """A file without content."""

    code = "reading-empty"
    message = "This file is empty. Choose the file again."


class DocumentTooLarge(Refusal):
    """A file that is larger than what is read; it was not opened."""

    code = "reading-too-large"
    message = "This file has %(size)s MB; at most %(limit)s MB are read. Take its pictures out, or give the part that you need."


class NotADocument(Refusal):
    """Bytes that are no text: a picture, a program, a table, an archive."""

    code = "reading-not-a-document"
    message = "This file is not a document that can be read here. Give a Word document (.docx), a PDF with text, a web page (.html) or plain text (.txt)."


class OldFormat(Refusal):
    """A document in a format that is not read: .doc, .rtf, .odt."""

    code = "reading-old-format"
    message = "This document is in a format that is not read here (.doc, .rtf or .odt). Open it in a text editor and save it as .docx or PDF."


class PasswordProtected(Refusal):
    """A document that opens with a password only."""

    code = "reading-password"
    message = "This document is protected by a password. Save a copy without the password and give that copy."


class BrokenDocument(Refusal):
    """A document whose bytes are damaged, or made to break its readers."""

    code = "reading-broken"
    message = "This document is damaged and cannot be read. Open it in the program that made it, save it anew and try again."


class UnpacksTooLarge(Refusal):
    """An archive that says it unpacks to far more than a document holds; it was not unpacked."""

    code = "reading-unpacks-too-large"
    message = "This document unpacks to far more than a text needs, and it was not opened. Save it anew without its pictures and attachments."


class DeclaresEntities(Refusal):
    """A Word document with a document type declaration, on which entity bombs hang."""

    code = "reading-declares-entities"
    message = "This document holds declarations that Word never writes, and it was not read further. Open it in Word and save it anew."


class ScanWithoutText(Refusal):
    """A PDF whose pages are pictures."""

    code = "reading-scan"
    message = "This PDF holds pictures of pages and no text. Run text recognition over it first, or give the text itself."


class LettersUnreadable(Refusal):
    """A PDF whose fonts do not say which letters their signs are."""

    code = "reading-letters"
    message = "This PDF does not say which letters its signs stand for. Give the document from which it was made, or run text recognition over it."


class NoText(Refusal):
    """A document that can be read and holds no text."""

    code = "reading-no-text"
    message = "This document holds no text. Check that it is the right file."


class TooManyPages(Refusal):
    """A PDF with more pages than are read."""

    code = "reading-too-many-pages"
    message = "This PDF has %(pages)s pages; at most %(limit)s are read. Divide it and give the parts one by one."


class TextTooLong(Refusal):
    """A text with more characters than are read."""

    code = "reading-text-too-long"
    message = "This document holds more than %(limit)s characters. Divide it and give the parts one by one."


class EncodingUnknown(Refusal):
    """A text whose encoding is neither named nor beyond doubt."""

    code = "reading-encoding"
    message = "It is not certain which letters this text is written in. Save it as UTF-8 and try again."


class TooMuchWork(Refusal):
    """A document that took all the time or memory that one may take."""

    code = "reading-too-much-work"
    message = "Reading this document takes more time or memory than one document may take. Divide it, or save it anew in a simpler form."


class ReadingBusy(Refusal):
    """As many documents as may be are being read."""

    code = "reading-busy"
    message = "Several documents are being read just now. Wait a minute and try again."


BY_CODE: dict[str, type[Refusal]] = {
    "empty": EmptyDocument, "not-a-document": NotADocument, "old-format": OldFormat, "password": PasswordProtected, "broken": BrokenDocument,
    "unpacks-too-large": UnpacksTooLarge, "declares-entities": DeclaresEntities, "scan": ScanWithoutText, "letters": LettersUnreadable, "no-text": NoText,
    "too-many-pages": TooManyPages, "text-too-long": TextTooLong, "encoding-unknown": EncodingUnknown, "too-much-work": TooMuchWork,
}  # fmt: skip
"""The codes of `formats` and their refusals."""
