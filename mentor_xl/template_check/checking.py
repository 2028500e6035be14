"""What is wrong in a template, all told: every question asked, and the template compiled as for a letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mentor_xl.catalogue import Meaning
from mentor_xl.problems import Severity
from mentor_xl.template_check.about_fields import FIELDS
from mentor_xl.template_check.about_page import PAGE
from mentor_xl.template_check.about_places import PLACES
from mentor_xl.template_check.about_tags import TAGS
from mentor_xl.template_check.about_words import WORDS
from mentor_xl.template_check.findings import WHOLE_DOCUMENT, Finding, Spot, in_order
from mentor_xl.template_check.layout import Layout
from mentor_xl.template_check.names import TemplateFile
from mentor_xl.template_check.register import Draft, Question
from mentor_xl.word.faults import TemplateFault

QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {one.code: one for family in (TAGS, PLACES, FIELDS, PAGE, WORDS) for one in family.questions}
)
"""Every question, by its code."""

CANNOT_BE_USED = Meaning(
    "template-fault",
    Severity.ERROR,
    "Can letters be made from the template?",
    "Nothing is made from one that cannot be used; its letters are held back.",
    message="",
    fix="Compare it with the template that came with Mentor XL: mentor-xl templates copy KIND DIR.",
)
"""What is left when every question was answered well and the template still cannot be used."""

NOT_WORD = Meaning(
    "not-a-word-document",
    Severity.ERROR,
    "Is the file a Word document?",
    "Nothing can be read in it.",
    message="",
    fix="Open it in Word and save it as a Word document (.docx).",
)


@dataclass(frozen=True)
class Looked:
    """A template that was looked over."""

    file: TemplateFile
    source: bytes
    findings: tuple[Finding, ...]

    @property
    def is_word(self) -> bool:
        """Whether it is a Word document at all."""
        return not any(one.code == NOT_WORD.code for one in self.findings)


def look_over(file: TemplateFile, source: bytes, installed: frozenset[str] | None = None) -> Looked:
    """A template with everything that is wrong; a file that is no Word document has that one finding."""
    try:
        return Looked(file, source, check_template(file, source, installed))
    except TemplateFault as fault:
        what = fault.what.partition(". ")[0].removesuffix(".")
        said = Finding(NOT_WORD.code, NOT_WORD.severity, file.name, WHOLE_DOCUMENT, f"{what}.", NOT_WORD.fix)
        return Looked(file, source, (said,))


def check_template(
    file: TemplateFile, source: bytes, installed: frozenset[str] | None = None
) -> tuple[Finding, ...]:
    """Everything that is wrong, the serious first.

    ``installed``: the fonts on this machine, folded; None leaves them out.

    Raises:
        TemplateFault: it is not a Word document.
    """
    layout = Layout.of(source)
    draft = Draft(file.name, source, layout, file.kind, file.audiences, installed)
    found = [finding for question in QUESTIONS.values() for finding in question.findings(draft)]
    if not any(one.severity is Severity.ERROR for one in found):
        found += _when_compiled(draft)
    return in_order(found, [part.label for part in layout.parts])


def errors_in(file: TemplateFile, source: bytes) -> tuple[Finding, ...]:
    """What stops every letter of a template: asked before anything is made from a school's own.

    Raises:
        TemplateFault: it is not a Word document.
    """
    return tuple(one for one in check_template(file, source) if one.severity is Severity.ERROR)


def _when_compiled(draft: Draft) -> list[Finding]:
    from mentor_xl.word.template import Template  # noqa: PLC0415 - slow to import, and only the last resort

    spot, what = WHOLE_DOCUMENT, "The file is damaged inside. Open it in Word and save it under another name"
    try:
        Template.compile(draft.source)
    except TemplateFault as fault:
        what = fault.what
        if fault.place:
            spot = Spot(fault.place.part, fault.place.paragraph, fault.place.text)
    except Exception:  # noqa: BLE001, S110 - what a broken package comes to, nobody can list
        pass
    else:
        return []
    code, fix = CANNOT_BE_USED.code, CANNOT_BE_USED.fix
    return [Finding(code, Severity.ERROR, draft.name, spot, f"{what.removesuffix('.')}.", fix)]
