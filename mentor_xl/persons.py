"""Are two rows of Contacts one person, however a school spelled them? In doubt, yes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from mentor_xl.records import Contact

_SHORT_FORMS = """
alexander alexandra alex al lex sandy sandra sasha | albert bert bertie | alfred alf alfie fred freddie
amanda mandy | andrew andy drew | ann anne anna annie nan hannah | anthony antony tony ant
benjamin ben benny benji | catherine katherine kathryn cathy kathy cath kath kate katie kat kitty
charles charlie chas chuck | charlotte lottie charlie | christine christina chris chrissie tina
christopher chris kris kit | daniel dan danny | darren daz daren | david dave davey davie dai
deborah debra debbie deb | dorothy dot dolly | edward edwin ed eddie ted teddy ned
eleanor ellen helen nell nellie ellie nora lena | elizabeth liz lizzie beth betty eliza elsie libby lisa
francis frances frank frankie fran | frederick fred freddie | gary garry gaz gareth
geoffrey jeffrey geoff jeff | gillian gill jill | henry harry hal | harold harry | isabel isabella izzy bella
james jim jimmy jamie | jennifer jenny jen | jeremy jez jerry | joanne joanna josephine jo josie
john jon jonathan johnny jack | joseph joe joey | kenneth ken kenny | laurence lawrence larry laurie
leonard len lenny leo | louise louisa louis lou lewis | margaret maggie meg peggy madge marge rita
mary molly polly maria marie may | matthew matt matty | michael mike mick micky mikey
mohammed mohammad muhammad muhammed mohamed mohd mo md | nicholas nick nicky nico | nicola nikki nicky nic
oliver ollie olly | patricia pat patsy trish tricia | patrick pat paddy | rebecca becky becca bex
richard rich rick ricky dick | robert rob robbie bob bobby bert | ronald ron ronnie | samantha sam sammy
samuel sam sammy | stephen steven steve ste stevie | susan suzanne susannah sue susie | terence terry
theodore theo ted | theresa teresa tess terri tracy | thomas tom tommy | victoria vicky vikki tori
victor vic | william will bill billy willy liam | zachary zak zach
"""
_FORMS: dict[str, set[str]] = {}
for _group in _SHORT_FORMS.replace("\n", "|").split("|"):
    for _name in _group.split():
        _FORMS.setdefault(_name, set()).update(_group.split())

_MEN, _WOMEN = frozenset({"mr", "sir", "father"}), frozenset({"mrs", "ms", "miss", "lady", "dame", "mother"})


@lru_cache(maxsize=65536)
def name_words(text: str | None) -> tuple[str, ...]:
    """The words of a name without case, accents and apostrophes: ``O’Neill-Źak`` is oneill and zak."""
    plain = unicodedata.normalize("NFKD", re.sub(r"[’'`´]", "", text or "").casefold())
    return tuple(re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def without_surname(forename: str, surname: str | None) -> str:
    """A forename that holds the surname too, without it: ``Luke Catchpole`` and ``Catchpole, Luke`` are Luke.

    A name that is nothing but the surname stays: somebody may be called James James.
    """
    last = name_words(surname)
    before, comma, after = forename.partition(",")
    if comma and last and name_words(before) == last and after.strip():
        return after.strip()
    parts = forename.split()
    for kept in range(1, len(parts)):
        if last and name_words(" ".join(parts[kept:])) == last:
            return " ".join(parts[:kept])
    return forename


_PROFESSIONALS = frozenset({"social worker", "virtual school head"})
"""Contacts of a looked-after child who are written to although they neither live with it nor have PR."""


def is_professional(contact: Contact) -> bool:
    """Whether a contact is the social worker or the virtual school head."""
    return (contact.relationship or "").casefold() in _PROFESSIONALS


class _Named(NamedTuple):
    first: tuple[str, ...]
    last: tuple[str, ...]
    sexes: frozenset[str]
    """What title and relationship say; empty where they say nothing, or two things."""


def _named(contact: Contact) -> _Named:
    return _name_of(contact.title, contact.forename, contact.surname, contact.relationship)


@lru_cache(maxsize=4096)
def _name_of(
    title: str | None, forename: str | None, surname: str | None, relationship: str | None
) -> _Named:
    said = {*name_words(title), *name_words(relationship)}
    sexes = {sex for sex, words in (("m", _MEN), ("f", _WOMEN)) if words & said}
    first = name_words(without_surname(forename or "", surname))
    return _Named(first, name_words(surname), frozenset(sexes if len(sexes) == 1 else ()))


def may_be_one_person(one: Contact, other: Contact) -> bool:
    """Whether two contacts may be the same man or woman: by name, or by a number or e-mail address in common.

    Mr Aske may be Mr David Aske, Dave Aske and D. Aske; a number in common says nothing where title or
    relationship tell a man from a woman.
    """
    first, second = _named(one), _named(other)
    are_two = bool(first.sexes and second.sexes and first.sexes != second.sexes)
    if _is_one_name(first, second):
        return not are_two or bool(first.first and first.first == second.first)
    return not are_two and not set(ways_to_reach(one)).isdisjoint(ways_to_reach(other))


def _is_one_name(one: _Named, other: _Named) -> bool:
    if one.first and one.last and sorted(one.first + one.last) == sorted(other.first + other.last):
        return True
    if not (one.last and other.last and _is_alike_any(one.last, other.last)):
        return False
    return not (one.first and other.first) or _is_alike_any(one.first, other.first)


def _is_alike_any(names: Iterable[str], others: tuple[str, ...]) -> bool:
    return any(_is_alike(name, other) for name in names for other in others)


@lru_cache(maxsize=65536)
def _is_alike(one: str, other: str) -> bool:
    """Whether two words of a name may be one: an initial, a short form, another spelling."""
    shorter, longer = sorted((one, other), key=len)
    if shorter == longer or other in _FORMS.get(one, ()):
        return True
    if len(shorter) != 2 and longer.startswith(shorter):
        return True
    return len(shorter) > 3 and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= 0.75


def ways_to_reach(contact: Contact) -> Iterator[str]:
    """Telephone numbers by their digits, and e-mail addresses, folded."""
    yield from _numbers(contact.phone or "")
    yield from re.findall(r"[^\s;,<>:]+@[^\s;,<>]+", (contact.email or "").casefold())


@lru_cache(maxsize=65536)
def _numbers(typed: str) -> tuple[str, ...]:
    """The numbers in a cell, as dialled from within the country, however they are parted."""
    digits = re.sub(r"\D", "", typed)
    parts = (
        [digits] if len(digits) < 15 else [re.sub(r"\D", "", part) for part in re.split(r"[/;,\n]", typed)]
    )
    national = (re.sub(r"^(?:0044|44(?=0?[1-9]\d{9}$))?0*", "", part) for part in parts)
    return tuple(number for number in national if len(number) >= 9)
