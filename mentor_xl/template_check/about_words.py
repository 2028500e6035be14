"""Questions about wording, all of them hints: is it easy to read, plain, kind, and without demands?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mentor_xl.audience import Audience
from mentor_xl.checks.words import may_judge
from mentor_xl.problems import Severity
from mentor_xl.template_check.jargon import DEMANDS, PLAIN_WORDS
from mentor_xl.template_check.reading_ease import HARDEST, LONGEST_SENTENCE, ease_of
from mentor_xl.template_check.register import Draft, Found, Register
from mentor_xl.template_check.tags import Condition, without_tags

WORDS = Register()
_NOTE = Severity.NOTE


@WORDS.question("long-sentence", _NOTE)
def sentences_are_short(draft: Draft) -> Iterator[Found]:
    """Is every sentence to a family short?

    Why: Long sentences are read twice, or not at all.
    Do: Make two of it.
    Fires: We are writing to let you know that we have been thinking about how we might be \
        able to help your child to settle better in school this year.
    Silent: We want to help your child to settle in school. Here is our idea.
        camhs-referral.docx: We are writing to let you know that we have been thinking about how we might be \
        able to help your child to settle better in school this year.
    """
    if draft.is_for_the_family:
        for paragraph in draft.layout.paragraphs:
            longest = ease_of(without_tags(paragraph.text, "it")).longest
            if longest > LONGEST_SENTENCE:
                yield Found(paragraph.spot, f"A sentence has {longest} words.")


@WORDS.question("hard-to-read", _NOTE)
def families_can_read_it(draft: Draft) -> Iterator[Found]:
    """Can a tired parent, or a child, read it at once?

    Why: Letters home are for everybody; a reading age of 9 to 11 leaves nobody out.
    Do: Use shorter sentences and shorter words.
    Fires: Following a comprehensive evaluation of developmental circumstances, additional educational \
        provision is recommended. Participation necessitates parental authorisation. Organisational \
        considerations determine availability. Communication regarding individual requirements is encouraged.
    Silent: We have looked at how your child is doing. We would like to give some more help. \
        Please tell us if you agree. You can ask us anything, and you can change your mind at any time.
    """
    if draft.is_for_the_family:
        for paragraph in draft.layout.paragraphs:
            age = ease_of(without_tags(paragraph.text, "it")).reading_age
            if age and age > HARDEST:
                yield Found(paragraph.spot, f"Its reading age is about {age} years.")


@WORDS.question("jargon", _NOTE)
def words_are_plain(draft: Draft) -> Iterator[Found]:
    """Is a word of the trade explained where a family reads it?

    Why: A word that nobody explained shuts people out.
    Do: Use the plain words, or explain it in brackets.
    Fires: We have asked CAMHS to help.
        Your child may have SEMH needs.
    Silent: We have asked the children's mental health service (CAMHS) to help.
        camhs-referral.docx: We have asked CAMHS to help.
        We camped.
    """
    if not draft.is_for_the_family:
        return
    every = " ".join(paragraph.text for paragraph in draft.layout.paragraphs)
    for paragraph in draft.layout.paragraphs:
        for found in dict.fromkeys(_trade_words().findall(without_tags(paragraph.text))):
            if not _is_explained(found, every):
                plain = f"Plain: {PLAIN_WORDS[found]}."
                yield Found(paragraph.spot, f"“{found}” is a word of the trade.", plain)


@cache
def _trade_words() -> re.Pattern[str]:
    longest_first = sorted(PLAIN_WORDS, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _is_explained(word: str, text: str) -> bool:
    """Whether its plain words, or an explanation in brackets, stand anywhere in the letter."""
    told = text.casefold().replace("’", "'")
    in_brackets = re.search(rf"\({re.escape(word)}\)|{re.escape(word)} \([^)]+\)", text)
    return PLAIN_WORDS[word].casefold() in told or in_brackets is not None


@WORDS.question("words-that-judge", _NOTE)
def nobody_is_judged(draft: Draft) -> Iterator[Found]:
    """Does a sentence say what was seen, without judging a child or a family?

    Why: A word that judges is remembered longer than the help that was offered.
    Do: Say what happened, when, and how often.
    Fires: He has a bad attitude.
    Silent: He left the room twice.
    """
    for paragraph in draft.layout.paragraphs:
        if may_judge(without_tags(paragraph.text, "it")):
            yield Found(paragraph.spot, "It may be read as judging somebody.")


@WORDS.question("demand-words", _NOTE)
def low_demand_asks_for_nothing(draft: Draft) -> Iterator[Found]:
    """Does what a pupil with a low-demand profile reads invite, and ask for nothing?

    Why: To some children a demand, however kind, is a wall. An invitation is a door.
    Do: Invite: “if you like”, “I wondered”, “you could”.
    Fires: review-invitation.pupil.docx: {%p if low_demand %} ¶ You must come. ¶ {%p endif %}
        review-invitation.pupil.docx: {% if not low_demand %}Come.{% else %}You need to come.{% endif %}
    Silent: review-invitation.pupil.docx: {%p if low_demand %} ¶ Come if you like. ¶ \
        {%p else %} ¶ You should come. ¶ {%p endif %}
        review-invitation.docx: {%p if low_demand %} ¶ You must come. ¶ {%p endif %}
    """
    if Audience.PUPIL not in draft.audiences or Audience.PARENT in draft.audiences:
        return
    for _, blocks in draft.blocks:
        for stretch in blocks.stretches:
            found = _demands().search(stretch.text)
            if found and any(map(_is_low_demand, stretch.conditions)):
                yield Found(stretch.paragraph.spot, f"“{found[0]}” asks for something.")


@cache
def _demands() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, DEMANDS))})\b", re.IGNORECASE)


def _is_low_demand(condition: Condition) -> bool:
    asked, holds = condition
    return re.fullmatch(r"low_demand(?: and .*)?" if holds else r"not low_demand", asked) is not None
