"""Questions about where tags stand: is there a row or cell to take away, and does nothing else go with it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from mentor_xl.problems import Severity
from mentor_xl.template_check.layout import Paragraph, W
from mentor_xl.template_check.register import Draft, Found, Register
from mentor_xl.template_check.tags import TAG, Tag, tags_of

PLACES = Register()
_ERROR = Severity.ERROR

_AROUND = {"tr": f"{W}tr", "tc": f"{W}tc", "p": f"{W}p", "r": f"{W}r"}
_CALLED = {"tr": "row of a table", "tc": "cell of a table", "p": "paragraph"}
_NO_SPACE = re.compile(r"[{%]%?(p|tr|tc|r)(if|for|endif|endfor|else|elif|set)\b")


@PLACES.question("tag-out-of-place", _ERROR)
def tags_stand_where_they_may(draft: Draft) -> Iterator[Found]:
    """Does a tag for a table row or cell stand in one, written so that it is seen as such?

    Why: {%tr takes its row away and {%p its paragraph; where there is none, no letter can be made.
    Do: Put it in a row of its own in the table, or write {%p for paragraphs.
    Fires: {%tr for target in targets %} ¶ {{ target.target }} ¶ {%tr endfor %}
        {%tc if reply_by %} ¶ {%tc endif %}
        {%pif reply_by %} ¶ Please. ¶ {%p endif %}
        {%p if reply_by == "}" %} ¶ Please. ¶ {%p endif %}
    Silent: [row] {%tr for signer in signers %} ¶ [row] {{ signer }} ¶ [row] {%tr endfor %}
        {%p if reply_by %} ¶ Please. ¶ {%p endif %}
    """
    for tag in draft.tags:
        if wrong := _NO_SPACE.match(tag.text.removeprefix("{")):
            yield Found(tag.paragraph.spot, f"{tag.text} needs a space after the {wrong[1]}.")
        elif tag.level and re.search(r"[%}]", tag.text[2:-2]):
            yield Found(tag.paragraph.spot, f"{tag.text} may hold neither % nor }} between its brackets.")
        elif tag.level in ("tr", "tc") and _surroundings(tag.paragraph, tag.level) is None:
            yield Found(tag.paragraph.spot, f"{tag.text} does not stand in a {_CALLED[tag.level]}.")


def _surroundings(paragraph: Paragraph, level: str) -> etree._Element | None:
    """The paragraph, cell or row that a tag takes away."""
    if level == "p":
        return paragraph.element
    return next(paragraph.element.iterancestors(_AROUND[level]), None)


@PLACES.question("lost-beside-tag", _ERROR)
def tags_that_take_more_stand_alone(draft: Draft) -> Iterator[Found]:
    """Does a tag that takes its paragraph, row or cell away stand alone in it?

    Why: What stands beside it would be missing from every letter, and nobody would be told.
    Do: Give the tag a paragraph or a row of its own, or write it without the p or tr.
    Fires: {%p if reply_by %} Please answer. ¶ {%p endif %}
        {%p if reply_by %}{%p if signers %} ¶ x ¶ {%p endif %} ¶ {%p endif %}
        [row] {%tr for signer in signers %} | {{ signer }} ¶ [row] {%tr endfor %}
    Silent: {%p if reply_by %} ¶ Please answer. ¶ {%p endif %}
        [row] {%tr for signer in signers %} |  ¶ [row] {{ signer }} | x ¶ [row] {%tr endfor %}
        {%p for signer in signers %} ¶ {{ signer }} ¶ {%p endfor %}
    """
    said: set[int] = set()
    by_paragraph = {id(one.element): one for part in draft.layout.parts for one in part.paragraphs}
    for tag in draft.tags:
        around = _surroundings(tag.paragraph, tag.level) if tag.level in _CALLED else None
        if around is None or id(around) in said:
            continue
        inside = (by_paragraph[id(p)] for p in around.iter(f"{W}p") if id(p) in by_paragraph)
        if any(_is_more_than(tag, one) for one in inside):
            said.add(id(around))
            yield Found(tag.paragraph.spot, f"{tag.text} takes away its whole {_CALLED[tag.level]}.")


def _is_more_than(tag: Tag, paragraph: Paragraph) -> bool:
    """Whether a paragraph holds anything but the tag."""
    others = [one for one in tags_of(paragraph) if (one.start, paragraph) != (tag.start, tag.paragraph)]
    return bool(TAG.sub("", paragraph.text).strip() or others)
