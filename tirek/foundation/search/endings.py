"""Endings of Kazakh and Kyrgyz nouns, as far as lists go: plural, possession, case, and the ending of what is somewhere.

Both languages put endings one behind the other, each in the forms that the vowels and consonants before it ask for. A word is cut from its end, at most four
times, and keeps three letters at least. What sounds hard at the end of a bare word and soft before a vowel is written alike (кітап, кітабы). The lists are
our own, made from the grammars' paradigms; native speakers have still to check them (docs/decisions/0016). It knows no table.
"""

SOFT = str.maketrans({"б": "п", "ғ": "қ", "г": "к"})
SHORTEST = 3
ROUNDS = 4


def _forms(*stems: str) -> tuple[str, ...]:
    """All forms, longest first."""
    return tuple(sorted({form for stem in stems for form in stem.split()}, key=lambda form: (-len(form), form)))


KAZAKH = _forms(
    "лар лер дар дер тар тер лары лері дары дері тары тері",  # plural, and its
    "ның нің дың дің тың тің",  # whose
    "ға ге қа ке на не",  # whither
    "ны ні ды ді ты ті",  # whom
    "да де та те нда нде",  # where
    "дан ден тан тен нан нен",  # whence
    "мен бен пен",  # with whom
    "дағы дегі тағы тегі ндағы ндегі",  # what is there
    "ымыз іміз мыз міз ыңыз іңіз ңыз ңіз",  # ours, yours
    "ым ім ың ің сы сі",  # mine, yours, its
)
KYRGYZ = _forms(
    "лар лер лор лөр дар дер дор дөр тар тер тор төр лары лери лору лөрү дары дери дору дөрү тары тери тору төрү",
    "нын нин нун нүн дын дин дун дүн тын тин тун түн",
    "га ге го гө ка ке ко кө на не но нө",
    "ны ни ну нү ды ди ду дү ты ти ту тү",
    "да де до дө та те то тө нда нде ндо ндө",
    "дан ден дон дөн тан тен тон төн нан нен нон нөн",
    "дагы деги догу дөгү тагы теги тогу төгү ндагы ндеги ндогу ндөгү",
    "ыбыз ибиз убуз үбүз быз биз буз бүз ыңыз иңиз уңуз үңүз ңыз ңиз ңуз ңүз",
    "ым им ум үм ың иң уң үң сы си су сү",
)
LAST = {"kk": "ыіаен", "ky": "ыиуүаеоөн"}
"""Single letters that can be an ending: cut once, at the very end of the work, and only where four letters stay."""
LISTS = {"kk": KAZAKH, "ky": KYRGYZ}


def cut(word: str, language: str) -> str:
    """The word without its endings, for `kk` and `ky`."""
    kept = word
    for _ in range(ROUNDS):
        ending = next((each for each in LISTS[language] if kept.endswith(each) and len(kept) - len(each) >= SHORTEST), "")
        if not ending:
            break
        kept = kept[: -len(ending)]
    if len(kept) > SHORTEST + 1 and kept[-1] in LAST[language]:
        kept = kept[:-1]
    return kept[:-1] + kept[-1:].translate(SOFT)
