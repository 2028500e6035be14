"""Is a letter template fit for use? Every fault before anything is made, with its place and what to do.

What is asked stands in the modules ``about_…``, a family of questions each.
"""

from mentor_xl.template_check.checking import (
    CANNOT_BE_USED,
    NOT_WORD,
    QUESTIONS,
    Looked,
    check_template,
    errors_in,
    look_over,
)
from mentor_xl.template_check.copies import copies_of, put_beside
from mentor_xl.template_check.field_tree import TemplateField, context_of, fields_of_kind
from mentor_xl.template_check.filling import never_filled
from mentor_xl.template_check.findings import WHOLE_DOCUMENT, Finding, Spot
from mentor_xl.template_check.fonts import installed_fonts
from mentor_xl.template_check.names import TemplateFile, template_file, templates_in_use

__all__ = [
    "CANNOT_BE_USED",
    "NOT_WORD",
    "QUESTIONS",
    "WHOLE_DOCUMENT",
    "Finding",
    "Looked",
    "Spot",
    "TemplateField",
    "TemplateFile",
    "check_template",
    "context_of",
    "copies_of",
    "errors_in",
    "fields_of_kind",
    "installed_fonts",
    "look_over",
    "never_filled",
    "put_beside",
    "template_file",
    "templates_in_use",
]
