"""Bytes of a text into characters: by its mark, as UTF-8, or by evidence as an 8-bit encoding; without evidence it is refused, not guessed."""

import codecs
import encodings.cp866
import encodings.cp1251
import encodings.koi8_r
import encodings.kz1048
import encodings.utf_16_be
import encodings.utf_16_le  # noqa: F401  (once the limits hold, no file can be opened: what may be needed is loaded here)
import re

from tirek.foundation.files.apart.faults import Unreadable

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_EIGHT_BIT = ("cp1251", "kz1048", "koi8-r", "cp866")
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_KAZAKH = "әғқңөұүһі"
_SIGNS = "«»„“”‘’–—…№§°·•±©®\u00a0€‰†‡™"
_COMMON = frozenset("оеаинтсрвлк")
"""Eleven letters that make about two thirds of Russian and three fifths of Kazakh running text."""
_WORD = re.compile(r"[^\W\d_]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
_SAME = {"windows-1251": "cp1251", "cp1251": "cp1251", "win-1251": "cp1251", "kz-1048": "kz1048", "koi8-r": "koi8-r"}


def characters(content: bytes, *, declared: bool = False) -> tuple[str, tuple[str, ...]]:
    """The characters and, where the encoding was found by evidence, a remark that says so. `declared`: a page may name its encoding."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return decoded(content[len(mark) :], encoding), ()
    no_control(content[:20_000].decode("latin-1"))
    try:
        return no_control(content.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    named = _DECLARED.search(content[:4096]) if declared else None
    encoding = _SAME.get(named.group(1).decode("ascii").lower(), "") if named else ""
    if encoding:
        return decoded(content, encoding), ()
    return by_evidence(content)


def decoded(content: bytes, encoding: str) -> str:
    """The characters in an encoding that is known; bytes that it does not have are a fault of the file."""
    try:
        return no_control(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise Unreadable("encoding-unknown") from error


def no_control(text: str) -> str:
    """The text, unless characters in it show that it is no text at all."""
    if len(_CONTROL.findall(text[:20_000])) > len(text[:20_000]) // 500:
        raise Unreadable("not-a-document")
    return text


def by_evidence(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The one encoding in which the bytes are running Cyrillic text; refused when there is none or more than one."""
    sample = content[:200_000]
    scores = {encoding: likelihood(sample.decode(encoding, "replace")) for encoding in _EIGHT_BIT}
    if scores["cp1251"] >= scores["kz1048"]:  # the same letters but for the Kazakh ones
        scores["kz1048"] = 0.0
    best = max(scores, key=lambda each: scores[each])
    if scores[best] < 0.45 or any(score > 0.9 * scores[best] for encoding, score in scores.items() if encoding not in (best, "cp1251", "kz1048")):
        raise Unreadable("encoding-unknown")
    return decoded(content, best), (f"encoding-{best}",)


def likelihood(text: str) -> float:
    """How much of the letters beyond ASCII are common ones; 0 where signs or words stand that no such text has."""
    beyond = [each for each in text.casefold() if each > "\x7f"]
    letters = [each for each in beyond if each.isalpha()]
    strange = sum(1 for each in beyond if each not in _RUSSIAN and each not in _KAZAKH and each not in _SIGNS)
    if len(letters) < 4 or strange > len(beyond) // 200:
        return 0.0
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    mixed = sum(1 for word in words if any(each.isascii() for each in word) or not (word.islower() or word.isupper() or word.istitle()))
    if mixed > len(words) // 20:
        return 0.0
    return sum(1 for each in letters if each in _COMMON) / len(letters)
