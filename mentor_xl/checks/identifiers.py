"""Is an identifier well formed: a UPN, a postcode, a telephone number, an e-mail address?

Each function answers with what is wrong in words, never with the thing itself; ``None``: nothing is.
"""

import re
from functools import lru_cache
from operator import mul

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""Letters of a UPN, A to Z without I, O and S; a letter's place is its value (reference 3.1)."""
_UPN_VALUES = {sign: value for signs in ("0123456789", _UPN_LETTERS) for value, sign in enumerate(signs)}
_UPN = re.compile(rf"[{_UPN_LETTERS}]\d{{11}}[\d{_UPN_LETTERS}]")


def upn_fault(upn: str) -> str | None:
    """Why a UPN, in capitals or not, has not the form of one (reference 3.1)."""
    typed = upn.upper()
    if _UPN.fullmatch(typed):
        return None
    if len(typed) != 13:
        return f"has {len(typed)} characters; a UPN has 13"
    if "O" in typed[1:12]:
        return "has a letter O where a figure 0 belongs"
    if not typed[0].isalpha():
        return "does not begin with its check letter"
    if typed[0] not in _UPN_LETTERS or (typed[12].isalpha() and typed[12] not in _UPN_LETTERS):
        return "has one of the letters I, O and S, which no UPN has"
    return "is not a letter, eleven figures, and a figure or a letter"


def upn_check_letter(upn: str) -> str:
    """The letter that a well-formed UPN, permanent or temporary, should begin with (reference 3.1)."""
    values = map(_UPN_VALUES.__getitem__, upn.upper()[1:])
    return _UPN_LETTERS[sum(map(mul, values, range(2, 14))) % 23]


# -- postcodes -------------------------------------------------------------------------------------

_POSTCODE = re.compile(
    r"(?:[A-PR-UWYZ](?:\d|[1-9]\d|[A-HK-Y](?:\d|[1-9]\d)|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])"
    r"|GIR(?= ?0AA))[ ]?\d[ABD-HJLNP-UW-Z]{2}"
    r"|BFPO ?(?:C/O ?)?\d{1,4}"
)
"""The forms that a UK postcode has (reference 3.6); that it exists cannot be told from its form."""


def postcode_fault(postcode: str) -> str | None:
    """Why a text has not the form of a UK postcode."""
    typed = " ".join(postcode.upper().split())
    if _POSTCODE.fullmatch(typed):
        return None
    if any(_POSTCODE.fullmatch(other) for other in _with_letters_and_figures_put_right(typed)):
        return "has a figure where a letter belongs or the other way round: O and 0, I and 1 look alike"
    return "has not the form of a UK postcode"


def _with_letters_and_figures_put_right(typed: str) -> set[str]:
    """The text with O and 0, I and 1 exchanged in the places where that is a likely slip."""
    outward, inward = typed[:-3].rstrip(), typed[-3:]
    inward = inward[:1].translate(_TO_FIGURE) + inward[1:].translate(_TO_LETTER)
    one, two = outward[:1].translate(_TO_LETTER), outward[:2].translate(_TO_LETTER)
    return {f"{start}{outward[len(start) :].translate(_TO_FIGURE)} {inward}" for start in (one, two)}


_TO_FIGURE = str.maketrans("OI", "01")
_TO_LETTER = str.maketrans("01", "OI")

# -- telephone numbers -----------------------------------------------------------------------------

_EXTENSION = re.compile(r"\b(?:ext|extn|extension|x)\.?\s*\d+", re.IGNORECASE)
_NUMBER = re.compile(r"\+\d{8,15}|07\d{9}|0[1235689]\d{8,9}|[1-9]\d{2,5}")
"""From abroad, a mobile, a landline; or a short number inside a school."""
_LETTER_IN_NUMBER = re.compile(r"\d[ -]?[OoIl](?=[ -]?\d|\s*$)|(?<![A-Za-z])[Oo](?=\d{3})")
"""A letter O or l typed for 0 or 1."""
_PARTED = re.compile(r"\s*(?:[;/,]|\bor\b)\s*")


def lost_its_zero(phone: str) -> bool:
    """Whether a number is a UK number but for the 0 that Excel took from its front."""
    return any(re.fullmatch(r"7\d{9}|[1238]\d{8,9}", digits) for digits in _numbers(phone))


def phone_fault(phone: str) -> str | None:
    """Why a text is no telephone number; an extension alone is one inside a school."""
    numbers = _numbers(phone)
    if "@" in phone:
        return "is an e-mail address"
    if not numbers and not _EXTENSION.search(phone):
        return "has no figures"
    if re.search(r"\d[eE]\+?\d", phone):
        return "was turned into a quantity, as in 7.7E+09"
    if _LETTER_IN_NUMBER.search(phone):
        return "has a letter among its figures"
    for digits in numbers:
        if not (_NUMBER.fullmatch(digits) or lost_its_zero(digits)):
            return f"has {len(digits.lstrip('+'))} figures in a form that no UK number has"
    return None


def phone_figures(phone: str | None) -> str:
    """The first number in a cell, in figures alone, to tell whether two are one; empty for an extension."""
    if not phone or _EXTENSION.search(phone):
        return ""
    return next((digits for digits in _numbers(phone) if len(digits) > 8), "")


@lru_cache(maxsize=65536)
def _numbers(phone: str) -> tuple[str, ...]:
    """The numbers in a cell, in figures alone; +44 and 0044 read as 0."""
    found = []
    for part in _PARTED.split(_EXTENSION.sub("", phone)):
        digits = re.sub(r"[^\d+]", "", part.replace("(0)", ""))
        digits = re.sub(r"^(?:\+|00)44(?=\d{9})", "0", digits)
        if digits:
            found.append(re.sub(r"^00(?=[1-9])", "+", digits))
    return tuple(found)


# -- NHS numbers -----------------------------------------------------------------------------------

_TEN_FIGURES = re.compile(r"(?<!\d)(?<!\+44 )(?<!\+44)(?<!\+)\d{3}([ -]?)\d{3}\1\d{4}(?!\d)")


_MAY_BE_TEN_FIGURES = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}")
"""Found much faster, for it begins with a figure: few texts need the closer look."""


def holds_nhs_number(text: str) -> bool:
    """Whether an NHS number stands in a text: ten figures, the last of which checks the others."""
    if not _MAY_BE_TEN_FIGURES.search(text):
        return False
    return any(is_nhs_number(found[0]) for found in _TEN_FIGURES.finditer(text))


def is_nhs_number(number: str) -> bool:
    """Whether ten figures are an NHS number, by its check figure (reference 3.6)."""
    figures = [int(sign) for sign in number if sign.isdigit()]
    total = sum(figure * weight for figure, weight in zip(figures, range(10, 1, -1), strict=False))
    return len(figures) == 10 and figures[0] != 0 and (11 - total % 11) % 11 == figures[9]


# -- e-mail ----------------------------------------------------------------------------------------

_EMAIL = re.compile(r"[^\s@<>,;:\"()]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


def email_fault(email: str) -> str | None:
    """Why a text has not the form of one e-mail address, or of several parted by semicolons."""
    for address in re.split(r"\s*;\s*", email.strip()):
        fault = _email_fault(address)
        if fault:
            return fault
    return None


def _email_fault(address: str) -> str | None:  # noqa: PLR0911  one for each slip
    if address.casefold().startswith("mailto:"):
        return "begins with mailto:, which is no part of it"
    if _EMAIL.fullmatch(address) and ".." not in address and ".@" not in address:
        domain = address.partition("@")[2].casefold()
        nearly = _NEARLY_A_DOMAIN.get(domain)
        return f"ends in a name that is nearly {nearly}" if nearly else _ending_fault(domain)
    if "@" not in address:
        return "has no @" if any(map(str.isalpha, address)) else "is a telephone number or another figure"
    if address.count("@") > 1:
        return "has more than one @"
    if " " in address:
        return "has a space in it"
    if address[-1] in ".,":
        return "ends with a dot or a comma"
    if "," in address:
        return "has a comma in it"
    return "has not the form of an e-mail address"


def _ending_fault(domain: str) -> str | None:
    return "ends in .con, which is usually .com" if domain.endswith((".con", ".cpm", ".vom")) else None


_NEARLY_A_DOMAIN = {
    **dict.fromkeys(("gmial.com", "gmai.com", "gmal.com", "gnail.com", "gamil.com", "gmail.co", "gmail.con",
                     "gmil.com", "gmaill.com", "gmail.cm"), "gmail.com"),
    **dict.fromkeys(("hotmial.com", "hotmai.com", "hotmal.com", "hotmil.com", "hotmail.con", "hotmail.co",
                     "homail.com"), "hotmail.com"),
    **dict.fromkeys(("outlok.com", "outlook.con", "outloook.com", "oulook.com"), "outlook.com"),
    **dict.fromkeys(("yahooo.com", "yaho.com", "yahoo.con", "yhoo.com"), "yahoo.com"),
    **dict.fromkeys(("iclod.com", "icloud.con", "icoud.com"), "icloud.com"),
}  # fmt: skip
"""Slips in the names that most families have."""
