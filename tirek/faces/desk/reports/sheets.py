"""A signed sheet that somebody brings: of a PDF it is made sure that there is a page to look at. What stands on the page nobody checks here.

The file is opened in a process apart, as every document that comes from outside; it may not know whose signature it is.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tirek.faces.frame.context import refusal_text
from tirek.faces.frame.file_kinds import PDF
from tirek.faces.frame.uploads import Upload
from tirek.ground.rules.refusals import Refusal
from tirek.insight.claims.reading import read_document
from tirek.insight.claims.reading.refusals import BrokenDocument, LettersUnreadable, NoText, ScanWithoutText, TextTooLong, TooManyPages

HAS_PAGES = (LettersUnreadable, NoText, ScanWithoutText, TextTooLong, TooManyPages)
"""What is refused for its text alone: a sheet needs none."""


def check_page(brought: Upload) -> None:
    """Raises ValidationError for a PDF that has no page, is torn or is locked. Costs a process of about 0.1 s."""
    if brought.kind is not PDF:
        return
    try:
        read_document(brought.content, name="sheet.pdf")
    except HAS_PAGES:
        return
    except BrokenDocument as torn:
        raise ValidationError(_("This PDF holds no page that can be opened. Scan the signed sheet anew and choose it again."), code="no_page") from torn
    except Refusal as refusal:
        raise ValidationError(refusal_text(refusal), code=refusal.code) from refusal
