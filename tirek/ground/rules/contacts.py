"""Ways to reach a person in a folded text: e-mail addresses, accounts and links of networks and messengers; numbers of accounts and cards.

Every such way names its holder, so any is noticed; an institution's own is decided by a person. It knows no network's rules.
"""

import re
from collections.abc import Iterator

_AT = r"(?:[ ]?@[ ]?|[ ]?[(\[] ?(?:at|ат|эт|собака) ?[)\]][ ]?|[ ]собака[ ](?=[a-z]))"
_DOT = r"(?:\.|[ ]?[(\[] ?(?:dot|точка) ?[)\]][ ]?|[ ]точка[ ](?=[a-z]{2,6}\b))"
EMAIL = re.compile(rf"(?<![\w.+%'-])[\w.+%'-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,4}}[^\W\d_]{{2,24}}(?!\w)", re.IGNORECASE)
"""A local part, a sign for "at" and a domain. The look behind lets a long run be tried once, not from each of its characters."""
ACCOUNT = re.compile(r"(?<![\w@./+-])@(?=[\w.]{0,31}[^\W\d])\w(?:[\w.]{0,30}\w)(?![\w.-]*/)")
"""A name behind the sign: @ivan_petrov. Two characters and more, one of them a letter."""
_NETWORK = (
    r"t\.me|telegram\.(?:me|dog)|wa\.me|vk\.(?:com|ru|me)|ok\.ru|instagram\.com|facebook\.com|fb\.(?:com|me)|m\.me|tiktok\.com|twitter\.com|x\.com|threads\.(?:net|com)|"
    r"linkedin\.com/in|youtube\.com/@|signal\.me"
)
LINK = re.compile(rf"(?<![\w.-])(?:https?://)?(?:(?:www|m)\.)?(?:{_NETWORK})/?[\w@#+-](?:[\w.@/#?=&%+-]{{0,80}}[\w/=+-])?|(?<!\w)tg://[\w./?=&-]{{1,80}}\w", re.IGNORECASE)
_NAMED = r"t(?:ele)?g(?:ram)?|телеграм\w{0,3}|тг|whats ?app|ват?цап\w?|instagram|инста(?:грам\w{0,2})?|вконтакте|tik ?tok|тикток\w?|facebook|фейсбук\w?|skype|скайп\w?|signal|threads"
CALLED = re.compile(rf"\b(?:{_NAMED}) ?: ?(?P<name>[a-z][a-z0-9._]{{4,31}})(?![\w/.])", re.IGNORECASE)
"""A network's name, a colon and one word in Latin letters."""
ACCOUNT_NUMBER = re.compile(r"(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){4,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])|(?<![\d-])\d{4}(?:[ -]?\d{4}){3}(?![\d-])")
"""An account of a bank (IBAN), or sixteen digits as a card has them."""
HANDLE = re.compile(rf"\b(?:{_NAMED})[ :-]{{1,3}}(?P<name>(?=[a-z]{{1,31}}(?:[_\d]|\.[a-z]))[a-z][a-z0-9._]{{3,31}})(?!\w)", re.IGNORECASE)
"""A network's name and what only an account is called: with an underscore, a digit or a dot inside."""


def contacts(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where such a way stands, why it is noticed (a key of REASONS) and how surely it leads to a person. The text has its underscores."""
    for match in EMAIL.finditer(text):
        yield *match.span(), "contact-email", "medium"
    for match in ACCOUNT_NUMBER.finditer(text):
        yield *match.span(), "contact-bank", "medium"
    for pattern in (ACCOUNT, LINK, HANDLE, CALLED):
        for match in pattern.finditer(text):
            yield *match.span(), "contact-account", "medium"
