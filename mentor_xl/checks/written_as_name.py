"""Is a word of a typed text written there as somebody's name, or is it a word, a month, a place?"""

import re
from functools import lru_cache

from mentor_xl.checks import beside_names as near
from mentor_xl.checks.ordinary_words import ORDINARY_WORDS, SELDOM_WORDS
from mentor_xl.checks.sentences import Spot, Word, words_in
from mentor_xl.checks.short_forms import is_a_forename


def is_forename(spot: Spot, said: str) -> bool:
    """Whether the word is written as somebody's forename there.

    ``said``: the name it would be, which lacks the ``s`` that *Toms* has.
    """
    if _is_somebody_or_somewhere_else(spot):
        return False
    if spot.initial:
        return True
    if not spot.word.has_capital:
        return _is_name_in_small_letters(spot, said)
    if spot.word.written[-2:] in ("'s", "’s") and not spot.text.isupper():
        return spot.last not in near.BEFORE_A_NOUN and not _owns_a_title(spot)
    if said in ORDINARY_WORDS and _capitals_say_nothing(spot.text):
        return _is_where_a_person_is(spot)
    return _is_written_with_reason(spot, said)


def is_surname(spot: Spot, said: str) -> bool:
    """Whether the word is written as somebody's surname there."""
    if not spot.word.has_capital:
        return said not in ORDINARY_WORDS and len(said) > 3 and _is_where_a_person_is(spot)
    if _is_somebody_or_somewhere_else(spot) or _capitals_say_nothing(spot.text):
        return False
    if anothers_surname(spot) or re.match(r"\s*\d", spot.rest):  # Young Minds, Ward 4
        return False
    return _is_written_with_reason(spot, said)


def _is_name_in_small_letters(spot: Spot, said: str) -> bool:
    is_word = not ORDINARY_WORDS.isdisjoint((said, spot.word.plain))
    if len(said) < 3 or (is_word and said not in SELDOM_WORDS):
        return False
    is_expected = _opens_as_name(spot, said) if spot.opens else _is_where_a_person_is(spot)
    return is_expected or (len(said) > 3 and not is_word)


def _is_written_with_reason(spot: Spot, said: str) -> bool:
    """Whether nothing but a name gives the word its capital."""
    if spot.word.plain != said and spot.after is None:  # a pair of Jordans, the Smiths
        return spot.last == "the" and said not in ORDINARY_WORDS
    if spot.opens:
        return ORDINARY_WORDS.isdisjoint((said, spot.word.plain)) or _opens_as_name(spot, said)
    return not _is_word_inside(spot, said)


@lru_cache(maxsize=4096)
def _capitals_say_nothing(text: str) -> bool:
    """Whether the text is written in capitals or With A Capital For Each Word."""
    words = words_in(text)
    small = (at for at, word in enumerate(words) if word.is_titled and word.plain in near.ALWAYS_SMALL)
    return text.isupper() or any(not Spot(text, words, at).opens for at in small)


# -- somebody or somewhere else -----------------------------------------------------------------------


def _is_somebody_or_somewhere_else(spot: Spot) -> bool:
    before, after = spot.before, spot.after
    if before and (before.plain in near.PEOPLE or (before.has_capital and before.plain in near.TITLED)):
        return True
    if spot.last == "of" and spot.moved(-1).last in near.OF_A_PLACE:
        return True
    if after and after.has_capital and after.plain in near.THINGS:
        return True
    if spot.last == "as" and not near.ROLES.isdisjoint(spot.plain_before(4)):
        return True
    return _goes_on_as_a_title(spot)


def _owns_a_title(spot: Spot) -> bool:
    """*Bill's New Frock*, *George's Marvellous Medicine*."""
    names = spot.words[spot.at + 1 : spot.at + 3]
    return len(names) == 2 and all(name.is_titled and name.plain not in near.NO_TITLES for name in names)


def _goes_on_as_a_title(spot: Spot) -> bool:
    """*Jack and the Beanstalk*, *Thomas the Tank*, *Jordan and the Dead Sea*, *Duke of Edinburgh*."""
    if spot.following == "of":
        return True
    rest = spot.words[spot.at + 1 : spot.at + 4]
    rest = rest[1:] if rest and rest[0].plain == "and" else rest
    goes_on = len(rest) > 1 and rest[0].plain == "the" and rest[1].is_titled
    return goes_on and rest[1].plain not in near.NO_SURNAMES


def is_anothers_surname(spot: Spot) -> bool:
    """Whether somebody's forename comes right before: *Anne Frank*."""
    before = spot.before
    if before is None or not before.is_titled or before.plain in near.NO_SURNAMES:
        return False
    return is_a_forename(before.plain) or not (spot.moved(-1).opens or before.plain in ORDINARY_WORDS)


def anothers_surname(spot: Spot) -> Word | None:
    """The word behind a forename that may be a surname: *Taylor Swift*, *Bill Gates*."""
    after = spot.after
    return after if after and after.is_titled and after.plain not in near.NO_SURNAMES else None


# -- words, inside a sentence -------------------------------------------------------------------------


def _is_where_a_person_is(spot: Spot) -> bool:
    """Whether the word before leads to a person: *with*, *next to*, *away from*."""
    is_next_to = spot.last == "to" and "next" in spot.plain_before(2)
    return spot.last in near.WITH or is_next_to or (spot.last == "from" and _is_kept_apart(spot))


def _is_kept_apart(spot: Spot) -> bool:
    return not near.AWAY.isdisjoint(spot.plain_before(3))


def _is_word_inside(spot: Spot, said: str) -> bool:
    if spot.last in near.BEFORE_A_NOUN and spot.following not in near.KIN:
        return said in ORDINARY_WORDS or spot.last != "the"
    if spot.last in near.BEFORE_A_THING and not _is_kept_apart(spot):
        return True
    if said not in ORDINARY_WORDS:
        return False
    if spot.following in near.THINGS or _is_of_its_kind(spot, said):
        return True
    before = spot.before  # A Christmas Carol
    is_longer = before and before.is_titled and not spot.moved(-1).opens
    return bool(is_longer) and spot.last not in near.NO_SURNAMES and not is_a_forename(spot.last)


def _is_of_its_kind(spot: Spot, said: str) -> bool:
    """Whether it is a month, a season, a land, a colour, a subject, by the words around."""
    there = {word.plain for word in spot.words}
    if said in near.TIMES:
        return _is_time(spot, said)
    if said in near.LANDS:
        is_gone_to = spot.last in ("to", "on") and not near.TO_GO.isdisjoint(spot.plain_before(4))
        return spot.last in near.TO_A_LAND or is_gone_to or (spot.last == "from" and not _is_kept_apart(spot))
    if said in near.SUBJECTS and not spot.opens:
        return spot.last not in near.BESIDE
    return any(said in kind and there & (beside - {said}) for kind, beside in near.KINDS)


def _is_time(spot: Spot, said: str) -> bool:
    others = {word.plain for word in spot.words[max(0, spot.at - 2) : spot.at + 3] if word is not spot.word}
    if re.match(r"\s*['’]?\d", spot.rest) or re.search(r"\d(?:st|nd|rd|th)?\s*\Z", spot.word.gap):
        return True
    if others & near.TIMES - {said} or spot.last in near.DATES:
        return True
    if spot.last in ("from", "before", "after"):
        return not _is_kept_apart(spot)
    return spot.last == "of" and not near.PART_OF.isdisjoint(spot.plain_before(2))


# -- and as the first of one --------------------------------------------------------------------------

_YEAR_OR_FORM = re.compile(r"\s*(?:year\b|yr\b|y?\d)", re.IGNORECASE)
_NO_NAME_BEFORE = re.compile(r"[^\S\n]*(?:\d|-\w|:)")


def _opens_as_name(spot: Spot, said: str) -> bool:
    """Whether what follows shows that the first word of a sentence is a name: *Grace helps her*."""
    if said in near.NEVER_NAMES or (said not in near.TIMES and _is_of_its_kind(spot, said)):
        return False
    if spot.word.plain != said and said in SELDOM_WORDS:
        return True
    if spot.after is None:
        is_alone_and_time = len(spot.words) == 1 and said in near.TIMES
        return not _NO_NAME_BEFORE.match(spot.rest) and not is_alone_and_time
    if spot.following in ("and", "or"):
        other = spot.words[spot.at + 2 : spot.at + 3]
        are_times = said in near.TIMES and spot.third in near.TIMES
        return spot.third in near.OTHERS or (bool(other) and other[0].has_capital and not are_times)
    if spot.following == "from":
        return bool(_YEAR_OR_FORM.match(spot.moved(1).rest))
    return spot.third in near.TO_DO if spot.following == "to" else _does_something(spot, said)


def _does_something(spot: Spot, said: str) -> bool:
    """Whether the words behind tell what a person does: *Grace helps her*, *Grace kindly showed*."""
    does, third = spot.following, spot.third
    if does.endswith("ly") or does in near.ADVERBS:
        return third in near.DOES or _is_past(third) or _is_present(third)
    if said in near.TIMES and does in ("is", "was", "has", "had"):
        return third not in near.OF_A_TIME
    if does in near.DOES:
        return said not in near.VERBS or does not in near.DOES_AS_A_VERB_GOES_ON
    return _is_past(does) or (_is_present(does) and third in near.OBJECTS)


def _is_past(does: str) -> bool:
    return does.endswith("ed") and len(does) > 4


def _is_present(does: str) -> bool:
    return does.endswith("s") and not does.endswith("ss") and len(does) > 3 and does != "this"


# -- which person -------------------------------------------------------------------------------------


def is_among_pupils(spot: Spot) -> bool:
    """Whether the sentence speaks of pupils among themselves, so that no grown-up is meant."""
    there = {word.plain for word in spot.sentence}
    return bool(there & near.AMONG_PUPILS) and not there & near.AMONG_ADULTS


def is_beside(spot: Spot, own: frozenset[str]) -> bool:
    """Whether somebody of the pupil's own name stands beside the pupil: *he sat with Jack*."""
    subject = {word.plain for word in spot.sentence if word.begins < spot.word.begins}
    return spot.last in near.BESIDE and bool(subject & (near.PRONOUNS | own))
