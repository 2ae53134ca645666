"""What goes to the log, besides what Django says itself. No address, body or name of a reader is added."""

import logging


def untraced(record: logging.LogRecord) -> bool:
    """Lets a line through without its traceback: a request with a wrong host name is no fault of ours, and anybody can send one."""
    record.exc_info = record.exc_text = None
    return True
