"""Questions about fields: are they there, may this reader be told, can they be printed?"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.problems import Severity
from mentor_xl.template_check.field_tree import (
    Answer,
    State,
    TemplateField,
    context_of,
    fields_of_kind,
    follow,
)
from mentor_xl.template_check.findings import WHOLE_DOCUMENT
from mentor_xl.template_check.reads import Read
from mentor_xl.template_check.register import Draft, Found, Register
from mentor_xl.word.paths import ELEMENT, Path, dotted
from mentor_xl.wording import in_a_list

FIELDS = Register()
_ERROR, _QUERY, _NOTE = Severity.ERROR, Severity.QUERY, Severity.NOTE


def _answers(draft: Draft, *states: State) -> Iterator[tuple[Read, Answer, tuple[Audience, ...]]]:
    """The fields whose answer is one of these, with the audiences for whom it is so."""
    if draft.kind is None:
        return
    for read in draft.reads:
        told: dict[Answer, list[Audience]] = {}
        for audience in draft.audiences:
            answer = follow(context_of(draft.kind, audience), read.path, audience)
            if answer.state in states:
                told.setdefault(answer, []).append(audience)
        for answer, audiences in told.items():
            yield read, answer, tuple(audiences)


@FIELDS.question("unknown-field", _ERROR)
def fields_are_there(draft: Draft) -> Iterator[Found]:
    """Has this kind of letter every field that the template reads?

    Why: A field that is not there stops the letter.
    Do: See mentor-xl templates fields KIND for the fields there are.
    Fires: Dear {{ pupil.knwon_as }}
        {{ reply_bye }}
        {% if mentoring.cost %}x{% endif %}
        {% for signer in signers %}{{ signer.name }}{% endfor %}
        {{ known_as }}
        [header] {{ school.nmae }}
    Silent: Dear {{ pupil.known_as }}
        {% for signer in signers %}{{ loop.index }} {{ signer }}{% endfor %}
        {% set day = reply_by %}{{ day }}
        {{ pupil.own["House"] }}
    """
    for read, answer, audiences in _answers(draft, "unknown"):
        wrong = read.path[answer.step]
        group = dotted(read.path[: answer.step])
        where = f"{group} has" if group else "This letter has"
        nearest = _nearest(draft, audiences[0], read.path, answer)
        fix = f"Did you mean “{nearest}”?" if nearest else ""
        yield Found(read.tag.paragraph.spot, f"{where} no field “{wrong}”{_for_whom(draft, audiences)}.", fix)


def _for_whom(draft: Draft, audiences: tuple[Audience, ...]) -> str:
    """Said only where the others have it."""
    if len(audiences) == len(draft.audiences):
        return ""
    return f" in the edition for: {in_a_list([one.value for one in audiences])}"


def _nearest(draft: Draft, audience: Audience, path: Path, answer: Answer) -> str | None:
    """What was meant: a field of the same group, one of the same name elsewhere, or one nearly so."""
    if draft.kind is None:
        return None
    wrong, group, rest = path[answer.step], path[: answer.step], path[answer.step + 1 :]
    near = difflib.get_close_matches(wrong, answer.names, n=1, cutoff=0.7)
    if near:
        meant = (*group, near[0], *rest)
        is_there = follow(context_of(draft.kind, audience), meant, audience).state == "there"
        shown = meant if is_there else meant[: answer.step + 1]
        return dotted(shown[answer.step :] if ELEMENT in group else shown)
    every = [field.path for field in fields_of_kind(draft.kind, audience) if not field.is_list]
    same = [one for one in every if one.rpartition(".")[2] == wrong]
    near = difflib.get_close_matches(dotted(path), every, n=1, cutoff=0.6)
    loose = difflib.get_close_matches(wrong, answer.names, n=1, cutoff=0.5)
    return next(iter([*same, *near, *loose]), None)


@FIELDS.question("not-released", _ERROR)
def readers_may_be_told(draft: Draft) -> Iterator[Found]:
    """May those who read the letter be told every field in it?

    Why: What reaches a page is a matter of the reader's right to know; such a letter is never made.
    Do: Take the field out. mentor-xl templates fields KIND lists what its readers may be told.
    Fires: Our number: {{ pupil.upn }}
        {% if pupil.notes %}x{% endif %}
        review-invitation.pupil.docx: {{ pupil.upn }}
        progress-report.leader.docx: {{ pupil.upn }}
    Silent: Dear {{ pupil.known_as }}, {{ pupil.form }}
        progress-report.leader.docx: {{ pupil.notes }}
    """
    for read, answer, audiences in _answers(draft, "not told"):
        name = dotted(read.path[: answer.step + 1])
        who = in_a_list([_READERS[one] for one in audiences])
        said = "is never printed" if read.path[answer.step] == "upn" else f"may not be told to {who}"
        yield Found(read.tag.paragraph.spot, f"{name} {said}.")


_READERS = {
    Audience.PUPIL: "the pupil",
    Audience.PARENT: "parents",
    Audience.TEACHER: "teachers",
    Audience.AGENCY: "agencies",
    Audience.LEADER: "school leaders",
    Audience.GOVERNORS: "governors",
    Audience.SCHOOL: "another school",
    Audience.PEER: "another pupil",
}


@FIELDS.question("list-or-not", _ERROR)
def lists_are_gone_through(draft: Draft) -> Iterator[Found]:
    """Is every list gone through with a for, and nothing else?

    Why: Of a list nobody can say which of its lines is meant; and what is no list has no lines.
    Do: Go through a list with {% for one in the_list %}, and print {{ one.… }} inside.
    Fires: review-outcome.docx: {{ targets.target }}
        {% for line in pupil.known_as %}{{ line }}{% endfor %}
    Silent: review-outcome.docx: {% for target in targets %}{{ target.target }}{% endfor %}
        review-outcome.docx: {{ targets|length }} {{ targets[0].target }} {{ contact_us[0]|upper }}
    """
    for read, answer, _ in _answers(draft, "a list", "no list", "there"):
        spot, name, step = read.tag.paragraph.spot, dotted(read.path[: answer.step]), read.path[answer.step]
        if answer.state == "a list":
            fix = f"Write {{% for one in {name} %}} {{{{ one.{step} }}}} {{% endfor %}}."
            yield Found(spot, f"{name} is a list: it has no single “{step}”.", fix)
        elif answer.state == "no list" or (answer.is_a_letter and "[" not in read.tag.text):
            yield Found(spot, f"{name} is no list.", "Print it as it is, without a for.")


@FIELDS.question("not-printable", _ERROR)
def what_is_printed_is_words(draft: Draft) -> Iterator[Found]:
    """Is everything that is printed words, a number or a date?

    Why: A whole group of fields, a list, or a yes or no cannot be printed, and stops the letter.
    Do: Print one of its fields; go through a list with for; ask about a yes or no with if.
    Fires: Dear {{ pupil }}
        {{ pupil|string }}
        {{ recipient }}
        {{ signers }}
        review-invitation.docx: {{ low_demand }}
    Silent: Dear {{ pupil.known_as }}
        {{ signers|join(", ") }}
        {% if signers %}x{% endif %}
    """
    for read, answer, _ in _answers(draft, "there"):
        if not answer.is_printable and (read.is_printed or (answer.is_the_pupil and read.tag.prints)):
            yield Found(read.tag.paragraph.spot, f"{dotted(read.path)} is not one thing that can be printed.")


@FIELDS.question("own-columns", _ERROR)
def own_columns_are_named(draft: Draft) -> Iterator[Found]:
    """Is each of the school's own columns named in the template, one at a time?

    Why: Nobody but the school knows what stands in its own columns: no letter prints whatever there is.
    Do: Name the one that is meant, as in {{ pupil.own["House"] }}.
    Fires: {% for heading, cell in pupil.own.items() %}{{ cell }}{% endfor %}
        {{ pupil.own|join }}
        {% set all = pupil.own %}{{ all["House"] }}
        {{ pupil.own[pupil.form] }}
        {% macro said(all) %}{{ all }}{% endmacro %}{{ said(pupil.own) }}
    Silent: {{ pupil.own["House"] }} {{ pupil.own.House|upper }} {{ pupil.own.get("House") }}
    """
    for read, _, _ in _answers(draft, "own columns"):
        yield Found(read.tag.paragraph.spot, "The school’s own columns are taken all together.")


@FIELDS.question("own-column-printed", _NOTE)
def readers_of_own_columns_are_told(draft: Draft) -> Iterator[Found]:
    """Who will read what stands in a column of the school's own?

    Why: Mentor XL cannot know what such a column is about, and whom it may be told to.
    Do: Take it out where one of them should not read every cell of the column.
    Fires: {{ pupil.own["House"] }}
        review-invitation.docx: {% set house = pupil.own["House"] %}{{ house }}
    Silent: Dear {{ pupil.known_as }}
    """
    printed: dict[str, Read] = {}
    readers: dict[str, dict[Audience, None]] = {}
    for read, answer, audiences in _answers(draft, "there"):
        if answer.own_column and read.tag.prints:
            printed.setdefault(answer.own_column, read)
            readers.setdefault(answer.own_column, {}).update(dict.fromkeys(audiences))
    for heading, read in printed.items():
        who = in_a_list([_READERS[one] for one in readers[heading]])
        yield Found(read.tag.paragraph.spot, f"The school’s own column “{heading}” will be read by: {who}.")


@FIELDS.question("may-be-blank", _QUERY)
def blanks_are_asked_about(draft: Draft) -> Iterator[Found]:
    """Is a field that can be blank asked about before it is printed?

    Why: For the pupils who have nothing there, the letter cannot be made.
    Do: Put {% if … %} before it and {% endif %} after it, or write what to print instead: |default("–").
    Fires: review-outcome.docx: {% for one in targets %}{{ one.score }}{% endfor %}
    Silent: review-outcome.docx: {% for one in targets %}{% if one.score is not none %}\
        {{ one.score }}{% endif %}{% endfor %}
        review-outcome.docx: {% for one in targets %}{{ one.score|default("–") }}{% endfor %}
        review-outcome.docx: {% for one in targets %}{{ one.target }}{% endfor %}
    """
    if draft.kind is None:
        return
    blank = {one.path for audience in draft.audiences for one in _that_may_be_blank(draft, audience)}
    asked: set[Path] = set()
    for read in draft.reads:
        if not read.tag.prints:
            asked.add(read.path)
        elif read.is_printed and read.path not in asked and dotted(read.path) in blank:
            yield Found(read.tag.paragraph.spot, f"{dotted(read.path)} can be blank, and nothing asks first.")


def _that_may_be_blank(draft: Draft, audience: Audience) -> Iterator[TemplateField]:
    if draft.kind is not None:
        yield from (one for one in fields_of_kind(draft.kind, audience) if one.may_be_blank)


@FIELDS.question("never-used", _QUERY)
def the_file_is_used(draft: Draft) -> Iterator[Found]:
    """Is there a kind of letter of the file's name, and a reader of its edition?

    Why: The name alone says what a template is for. Under another name it lies there and nothing comes of it.
    Do: Call it by the kind: mentor-xl templates list shows the names.
    Fires: consnet.docx: Dear {{ pupil.known_as }}
        consent-annotated.docx: x
        consent.grandparent.docx: x
        progress-report.docx: x
    Silent: consent.docx: Dear {{ pupil.known_as }}
        review-invitation.pupil.docx: x
    """
    if draft.kind is None:
        stem = draft.name.removesuffix(".docx").partition(".")[0].casefold()
        near = next(iter(difflib.get_close_matches(stem, list(kinds()), n=1, cutoff=0.5)), None)
        fix = f"Did you mean {near}.docx?" if near else ""
        yield Found(WHOLE_DOCUMENT, "No kind of letter is called by this file's name.", fix)
    elif not draft.audiences:
        names = in_a_list([f"{draft.kind.slug}.{one.value}.docx" for one in draft.kind.audiences])
        yield Found(WHOLE_DOCUMENT, "Nobody gets a letter from this file.", f"Its readers’ own are: {names}.")
