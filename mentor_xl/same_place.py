"""May two addresses be one place, however differently somebody typed them? In doubt, yes."""

import re
from dataclasses import dataclass
from functools import lru_cache

_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s?(\d[a-z]{2})\b")
_NUMBER = re.compile(r"\b\d+[a-z]?\b")
_NAME = re.compile(r"[^\W\d_]{4,}")
_SAID_OF_MANY = frozenset(
    (
        "avenue", "close", "cottage", "court", "crescent", "drive", "east", "flat", "floor", "gardens",
        "great", "green", "grove", "hill", "house", "lane", "little", "lodge", "lower", "mews", "north",
        "park", "place", "rise", "road", "south", "square", "street", "terrace", "upper", "view", "walk",
        "west",
    )
)  # fmt: skip
"""Words that do not tell one street from another."""


def may_be_one_place(one: str, other: str) -> bool:
    """Whether two addresses, each in one line as typed, may be the same.

    Of one postcode, unless the numbers of house and flat say otherwise: ``Flat 2, 4 Fern Road`` and ``4 Fern
    Rd`` may be one place, numbers 4 and 6 are two. Where a postcode is missing, or only its second half
    differs, a number and the street's name have to be alike.
    """
    codes = [_POSTCODE.search(text.casefold()) for text in (one, other)]
    streets = [_POSTCODE.sub(" ", text.casefold()) for text in (one, other)]
    numbers, others = (frozenset(_NUMBER.findall(street)) for street in streets)
    names, other_names = (frozenset(_NAME.findall(street)) - _SAID_OF_MANY for street in streets)
    are_numbers_alike = numbers <= others or others <= numbers
    first, second = codes
    if first and second and first.groups() == second.groups():
        return are_numbers_alike
    if first and second and first[1] != second[1]:
        return False
    return are_numbers_alike and bool(numbers & others) and bool(names & other_names)


_NO_ADDRESS = re.compile(
    r"as (?:above|below|before|per .*|mum\w*|mother|dad\w*|father|parents?|sibling|sister|brother)\b.*"
    r"|(?:the )?same(?: as\b.*| address.*)?|see above|ditto|do\.?|[\"”“〃]+|(?:at )?above(?: address)?"
    r"|(?:current |home |new )?address (?:is )?(?:not|un|to be|tb|await|withheld|confidential|need|pending"
    r"|change|required|to follow).*"
    r"|.*\baddress (?:not known|unknown|not given|not provided|to follow)\b.*"
    r"|(?:no|new|unknown|forwarding|old|previous|wrong|confidential|secret) address\b.*"
    r"|(?:not|un)[ -]?known\b.*|(?:moved|moving)\b(?! \w+ (?:road|lane|street|close)).*"
    r"|(?:await|pending\b|gone away|left (?:area|address|home)).*|no longer (?:at|here|lives).*"
    r"|(?:see|refer to|check|ask|contact|on) (?:the )?(?:sims|arbor|bromcom|scholarpack|integris|mis|cpoms"
    r"|file|office|school|system|notes?|above|below|mum|dad|social worker|dsl)\b.*"
    r"|to be (?:confirmed|advised|updated)|tb[cad]|n/?k|n/?a|none|nil|unknown|with ?held|confidential|private"
    r"|not (?:given|provided|recorded|applicable)|x+|z+|test|[\W_]+|zz\s?99\s?\d[a-z]{2}",
    re.IGNORECASE,
)
"""What people type where an address belongs and they have none; the last is a pseudo-postcode."""
_NO_FIXED_ONE = re.compile(
    r"(?:of )?no fixed (?:abode|address).*|n\.?f\.?a\.?|homeless\b.*|sofa[- ]?surf.*"
    r"|(?:in )?(?:temp(?:orary)?|emergency|interim)\.? (?:accom\w*|address|hous\w*|b ?& ?b|hotel)\b.*",
    re.IGNORECASE,
)
_AS_ANOTHER = re.compile(
    r"(?:as (?!per)|(?:the )?same\b|see above|ditto|do\.?$|[\"”“〃]|(?:at )?above)", re.IGNORECASE
)


@lru_cache(maxsize=65536)
def is_no_address(line: str) -> bool:
    """Whether a line says that there is no address, or to look elsewhere: *as above*, *see SIMS*, *xxx*."""
    return bool(_NO_ADDRESS.fullmatch(line.strip(" .;,()[]*")) or not line.strip(" .;,()[]*"))


@lru_cache(maxsize=65536)
def is_no_fixed_one(line: str) -> bool:
    """Whether a line says that somebody has no home of their own for now."""
    return bool(_NO_FIXED_ONE.fullmatch(line.strip(" .;,()[]*")))


def is_as_another(line: str) -> bool:
    """Whether a line that is no address means one that stands elsewhere: *as above*, *same as mum*."""
    return bool(_AS_ANOTHER.match(line.strip(" .;,()[]*"))) and is_no_address(line)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a contact lives."""

    lines: tuple[str, ...] = ()
    street: str = ""
    """Lines 1 and 2, folded."""
    postcode: str = ""
    """Folded."""

    @property
    def home(self) -> str:
        """Equal for two contacts in one home: line 1, line 2 and postcode, folded."""
        return self.street + self.postcode

    def may_be(self, other: "Address") -> bool:
        """Whether two addresses may be one, as far as they are filled in: a postcode may be missing."""
        is_other_place = self.postcode and other.postcode and self.postcode != other.postcode
        return bool(self.street) and self.street == other.street and not is_other_place

    def could_be(self, other: "Address") -> bool:
        """The same, however they were typed: where a mistake would do harm, doubt counts as yes."""
        return self.may_be(other) or may_be_one_place(self.in_one_line, other.in_one_line)

    @property
    def in_one_line(self) -> str:
        """As typed; where no street was, the postcode alone."""
        return " ".join(self.lines) or self.postcode
