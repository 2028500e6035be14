"""Questions about tags: are they whole, understood, in their place, and do they belong together?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from mentor_xl.problems import Severity
from mentor_xl.template_check.register import Draft, Found, Register
from mentor_xl.template_check.tags import CURLY, LOOSE, STRANGE, TAG, Tag, strange_signs
from mentor_xl.template_check.understanding import why_not_understood

TAGS = Register()
_ERROR, _QUERY, _NOTE = Severity.ERROR, Severity.QUERY, Severity.NOTE

@TAGS.question("tag-not-closed", _ERROR)
def tags_are_whole(draft: Draft) -> Iterator[Found]:
    """Does every tag that opens close again in the same paragraph?

    Why: What stands behind it would be taken for a part of the tag, and no letter could be made.
    Do: Write the whole tag, with both brackets at each end, in one paragraph.
    Fires: Dear {{ pupil.known_as
        {% if reply_by ¶ %}Please answer.{% endif %}
        Dear {{ pupil.known_as }, welcome
        Dear pupil.known_as }}
    Silent: Dear {{ pupil.known_as }}
        A list in {curly} brackets
    """
    for paragraph in draft.layout.paragraphs:
        loose = LOOSE.search(TAG.sub("", paragraph.text)) if _may_hold_a_tag(paragraph.text) else None
        if loose:
            sign = loose[0]
            opens = sign.startswith("{")
            said = f"A tag opens with {sign} and does not close" if opens else f"{sign} closes nothing"
            yield Found(paragraph.spot, f"{said} in this paragraph.")


def _may_hold_a_tag(text: str) -> bool:
    return "{" in text or "}" in text


@TAGS.question("one-bracket", _ERROR)
def brackets_are_double(draft: Draft) -> Iterator[Found]:
    """Has every field both of its brackets?

    Why: With one bracket it is no tag: the letter would print the name of the field.
    Do: Write two brackets at each end, {{ and }}.
    Fires: Dear {pupil.known_as},
        Answer by { reply_by }.
    Silent: Dear {{ pupil.known_as }},
        A list in {curly} brackets
    """
    known = draft.kind.contexts[0].model_fields if draft.kind and draft.kind.contexts else ()
    for paragraph in draft.layout.paragraphs:
        for found in re.finditer(r"(?<!\{)\{\s*(\w+)(?:\.\w+)*\s*\}(?!\})", TAG.sub("", paragraph.text)):
            if found[1] in known:
                yield Found(paragraph.spot, f"“{found[0]}” has one bracket at each end.")


_PLACE_HOLDERS = re.compile(r"«[^«»]+»|<<[^<>]+>>|\[insert[^\]]*\]|\bX{3,}\b", re.IGNORECASE)


@TAGS.question("other-placeholder", _QUERY)
def nothing_waits_for_another_program(draft: Draft) -> Iterator[Found]:
    """Is a place left that another program, or a person, was to fill?

    Why: Word’s own mail merge and other programs mark their fields otherwise; the letter prints the mark.
    Do: Write the field in double curly brackets; mentor-xl templates fields KIND lists them.
    Fires: Dear «First_name»,
        We meet on <<date>>.
        Please bring [insert what].
        Please ring XXXX.
    Silent: Dear {{ pupil.known_as }},
        [pieces] Tick one: [ ] yes [ ] no
    """
    for paragraph in draft.layout.paragraphs:
        for found in dict.fromkeys(_PLACE_HOLDERS.findall(TAG.sub("", paragraph.text))):
            yield Found(paragraph.spot, f"“{found[:40]}” is filled by nobody.")


@TAGS.question("tag-not-understood", _ERROR)
def tags_are_understood(draft: Draft) -> Iterator[Found]:
    """Does every tag say something that can be understood?

    Why: No letter can be made from the template.
    Do: Compare it with a tag that works. A name has no spaces, and words of your own stand in quotes.
    Fires: Dear {{ pupil known_as }}
        {% fi reply_by %}x
        {{ pupil.known_as|uper }}
        {% if reply_by = "" %}x{% endif %}
        {{ }}
        {% include "other.docx" %}
    Silent: Dear {{ pupil.known_as|upper }}
        {% if reply_by == "" %}x{% else %}y{% endif %}
        {# a remark #}
        {% set day = reply_by %}{{ day }}
    """
    for tag in draft.tags:
        why = None if strange_signs(tag) else why_not_understood(tag)
        if why:
            yield Found(tag.paragraph.spot, f"The tag {tag.text} cannot be understood. {why}")


@TAGS.question("strange-sign", _ERROR)
def tags_hold_plain_signs(draft: Draft) -> Iterator[Found]:
    """Does a tag hold a sign that cannot be seen, or one that Word put in the place of another?

    Why: It looks right and is not understood: copied text often brings such signs along.
    Do: Type the tag anew, or have a mended copy made: mentor-xl templates check FILE --repair -o DIR.
    Fires: Dear {{ pupil.\u200bknown_as }}
        {% if reply_by == „“ %}x{% endif %}
    Silent: Dear {{ pupil.known_as }}
        A dash – and „quotes“ outside of tags
        {{ reply_by or "–" }}
    """
    for tag in draft.tags:
        if signs := strange_signs(tag):
            named = ", ".join(f"“{sign}”" if STRANGE[sign] else "one that cannot be seen" for sign in signs)
            yield Found(tag.paragraph.spot, f"A tag holds a sign that nothing understands there: {named}.")


@TAGS.question("block-not-closed", _ERROR)
def blocks_close(draft: Draft) -> Iterator[Found]:
    """Has every if and every for its end?

    Why: Nobody can say what belongs to it, and no letter can be made.
    Do: Write the end, {% endif %} or {% endfor %}, where it stops. An inner one ends before an outer one.
    Fires: {%p if reply_by %} ¶ Please answer.
        {% for target in targets %}{{ target.target }}
        {% if reply_by %}{% for signer in signers %}{{ signer }}{% endif %}
    Silent: {%p if reply_by %} ¶ Please answer. ¶ {%p endif %}
        {% if reply_by %}{% for signer in signers %}{{ signer }}{% endfor %}{% endif %}
    """
    for _, blocks in draft.blocks:
        for tag in blocks.never_closed:
            yield Found(tag.paragraph.spot, f"{tag.text} has no {{% end{tag.word} %}}.")


@TAGS.question("block-not-opened", _ERROR)
def blocks_open(draft: Draft) -> Iterator[Found]:
    """Has every end, and every else, the if or for that it belongs to?

    Why: Nobody can say what it ends, and no letter can be made.
    Do: Take it out, or write the beginning where it is missing.
    Fires: Please answer. ¶ {%p endif %}
        {% else %}Please answer.
        {% if reply_by %}Answer.{% endfor %}{% endif %}
    Silent: {%p if reply_by %} ¶ Please answer. ¶ {%p endif %}
    """
    for _, blocks in draft.blocks:
        for tag in blocks.never_opened:
            yield Found(tag.paragraph.spot, f"{tag.text} ends nothing: there is no beginning for it.")


@TAGS.question("curly-quotes", _NOTE)
def quotes_are_straight(draft: Draft) -> Iterator[Found]:
    """Has Word made curly quotes of the straight ones in a tag?

    Why: They are understood; other programs that fill templates stumble over them.
    Do: Nothing to do. --repair -o DIR makes a copy with straight ones.
    Fires: {% if reply_by == “” %}x{% endif %}
    Silent: {% if reply_by == "" %}x{% endif %}
        “{{ pupil.known_as }}”
    """
    for tag in draft.tags:
        if any(sign in CURLY for sign in tag.text) and not tag.is_remark:
            yield Found(tag.paragraph.spot, "A tag holds curly quotes. They are understood.")


@TAGS.question("split-tag", _NOTE)
def tags_are_in_one_piece(draft: Draft) -> Iterator[Found]:
    """Does Word keep a tag in several pieces?

    Why: It is understood; but half of it can come to look different, and some programs stumble over it.
    Do: Nothing to do. --repair -o DIR makes a copy in which each tag is in one piece.
    Fires: [pieces] Dear {{ pupil~.known_as }}
        [pieces] {~{ pupil.known_as }~}
    Silent: Dear {{ pupil.known_as }}
        [pieces] Dear ~{{ pupil.known_as }}~, welcome
    """
    for tag in draft.tags:
        if len(pieces_of(tag)) > 1:
            yield Found(tag.paragraph.spot, "A tag is kept in several pieces. It is understood.")


def pieces_of(tag: Tag) -> list[etree._Element]:
    """The stretches of text that a tag stands in."""
    found, at = [], 0
    for piece in tag.paragraph.pieces:
        begins, at = at, at + len(piece.text or "")
        if begins < tag.end and at > tag.start:
            found.append(piece)
    return found
