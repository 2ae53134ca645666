"""Cells told by a word for their number in a folded text: камера четыре, в четвёртой камере, төртінші камерада, төртүнчү камерада, cell four.

A number behind the room may count what is in it («в камере четыре койки»): it tells the cell only where no noun can follow. It knows no date.
"""

import re

from tirek.ground.rules.text_patterns import LOW

_TEENS = "одиннадцат|двенадцат|тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат"
_TENS = "двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|двести|триста"
_COUNT = (
    rf"(?:один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|(?:{_TEENS})ь|{_TENS}|"
    "бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|жүз|бир|эки|үч|беш|жети|сегиз|тогуз|жыйырма|отуз|кырк|элүү|"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
)
_COUNTS = rf"{_COUNT}(?:[ -]{_COUNT}){{0,2}}(?!\w)"
_ORDINAL = (
    rf"(?:(?:{_TENS})[ ]){{0,2}}(?:(?:перв|втор|четв[её]рт|пят|шест|седьм|восьм|девят|десят|{_TEENS}|сороков|пятидесят|сот)(?:ой|ая|ую|ый|ом|ого|ому)|треть(?:ей|я|ю|ем|его|ему)|третий)|"
    r"(?:(?:он|жиырма|отыз|қырық|жыйырма|отуз|кырк)[ ])?(?:бірінші|екінші|үшінші|төртінші|бесінші|алтыншы|жетінші|сегізінші|тоғызыншы|оныншы|жиырмасыншы|отызыншы|"
    r"биринчи|экинчи|үчүнчү|төртүнчү|бешинчи|алтынчы|жетинчи|сегизинчи|тогузунчу|онунчу|жыйырманчы|отузунчу)|"
    r"(?:(?:twenty|thirty|forty|fifty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
)
_ROOM = rf"(?:(?:камер|палат|карцер|ячейк|бокс|комнат|бөлм)[{LOW}]{{0,6}}|(?:cell|ward|room)(?! (?:block|round)))"
_NUMBER = rf"(?:№|n°|no\.?|number|(?:под )?номер[{LOW}]{{0,4}}|нөмір[{LOW}]{{0,4}})"
_GOES_ON = (
    r"(?=\W{0,3}\Z|[ \n]{0,2}[.,;:!?)-]|[ \n]{1,2}(?:\d|(?:на|в|во|с|от|до|не|нет|был|была|было|были|где|вчера|позавчера|накануне|ночью|утром|вечером|днём|"
    r"болды|болған|болгон|жоқ|жок|кеше|кечээ|on|at|in|from|the|was|had|has|is|where|which|who|that|and|during|after|before|yesterday)(?!\w)|содерж|находи|сид|котор|(?!недели|петли|капли|щели|доли)[а-я]{1,16}ли(?!\w)))"
)
TOLD_CELL = re.compile(
    rf"\b{_ROOM},? (?:{_NUMBER} {_COUNTS}|{_COUNTS}{_GOES_ON}|(?:{_ORDINAL})(?!\w))|\b(?:{_ORDINAL})[ -]{_ROOM}(?!\w)|{_NUMBER} {_COUNTS} {_ROOM}(?!\w)|"
    rf"\b{_COUNTS} (?:нөмірлі|номердүү|номерлүү) {_ROOM}(?!\w)",
    re.IGNORECASE,
)
