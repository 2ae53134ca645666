"""Personal numbers of Kazakhstan (IIN, 12 digits) and Kyrgyzstan (PIN, 14 digits): what looks like one, and how surely.

Sources: for the IIN the rules of forming the identification number (six digits of birth date, century and sex, number, check digit
with weights 1-11, then 3-11, 1, 2); for the PIN its common form (sex, birth date DDMMYYYY, five more digits). It knows no person.
"""

from datetime import date

FIRST: tuple[int, ...] = tuple(range(1, 12))
SECOND: tuple[int, ...] = (*range(3, 12), 1, 2)


def iin_check_holds(digits: str) -> bool:
    """Whether the twelfth digit is the check digit of the first eleven."""
    numbers = [int(digit) for digit in digits]
    for weights in (FIRST, SECOND):
        found = sum(weight * number for weight, number in zip(weights, numbers, strict=False)) % 11
        if found != 10:
            return found == numbers[11]
    return False


def iin_date_holds(digits: str) -> bool:
    """Whether the first six digits are a date YYMMDD of the century that the seventh names (3-4: 1900s, 5-6: 2000s; nobody born in the 1800s lives)."""
    century = digits[6]
    return century in "3456" and _is_date(1800 + (int(century) - 1) // 2 * 100 + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))


def pin_date_holds(digits: str) -> bool:
    """Whether a PIN begins with a sex (1, 2) and a date DDMMYYYY from 1900 on."""
    year = int(digits[5:9])
    return digits[0] in "12" and 1900 <= year <= 2100 and _is_date(year, int(digits[3:5]), int(digits[1:3]))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
