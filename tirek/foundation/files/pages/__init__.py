"""Pages of a scanned letter as pictures, drawn in a process apart: whoever reads a scan beside a form needs no program for it.

Its faces are `page_count` and `page_picture`. It may not know what a letter says or whose it is.
"""

from tirek.foundation.files.pages.drawing import page_count, page_picture

__all__ = ["page_count", "page_picture"]
