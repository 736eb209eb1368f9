"""Check digits of account, card and Belgian national register numbers."""

from __future__ import annotations

import re
from typing import Final

# Country and length, from the IBAN registry: the countries of Europe and around the Mediterranean.
IBAN_COUNTRIES: Final = (
    "AD24 AL28 AT20 AZ28 BA20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 DZ26 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 "
    "GI23 GL18 GR27 HR21 HU28 IE22 IL23 IS26 IT27 JO30 LB28 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MK19 "
    "MT31 NL18 NO15 PL28 PS29 PT25 RO24 RS22 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20"
)
IBAN_LENGTHS: Final = {country[:2]: int(country[2:]) for country in IBAN_COUNTRIES.split()}


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)


def is_card(text: str) -> bool:
    """Luhn's sum over the digits of `text`."""
    digits = [int(digit) for digit in reversed(digits_of(text))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def is_iban(text: str) -> bool:
    """ISO 13616: known country, its length, and remainder 1 by 97. `text` holds letters and digits only."""
    text = text.upper()
    if IBAN_LENGTHS.get(text[:2]) != len(text):
        return False
    return int("".join(str(int(sign, 36)) for sign in text[4:] + text[:4])) % 97 == 1


def is_register_number(text: str) -> bool:
    """Eleven digits: birth date, serial number, and 97 minus the rest; a 2 goes before for births from 2000."""
    digits = digits_of(text)
    if len(digits) != 11 or not _may_be_birth_date(digits[2:4], digits[4:6]):
        return False
    number, check = int(digits[:9]), int(digits[9:])
    return check in {97 - number % 97, 97 - (2_000_000_000 + number) % 97}


def _may_be_birth_date(month: str, day: str) -> bool:
    # 20 or 40 is added to the month of people who are not in the register; 00 is an unknown date.
    return int(month) % 20 <= 12 and int(month) <= 52 and int(day) <= 31
