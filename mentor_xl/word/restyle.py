"""A template in another look: its type multiplied, and the school's logo where its place is."""

from __future__ import annotations

import zipfile

from lxml import etree

from mentor_xl.word.faults import NOT_A_WORD_DOCUMENT, TemplateFault
from mentor_xl.word.logo_place import place_logo
from mentor_xl.word.parts import unzipped, zipped
from mentor_xl.word.type_size import scale_type
from mentor_xl.word.variant import Variant


def restyled(source: bytes, variant: Variant) -> bytes:
    """The .docx with the variant worked in; the very same bytes where there is nothing to change.

    Raises TemplateFault where the file is not a Word document.
    """
    try:
        entries = unzipped(source)
        changed = dict(entries)
        if variant.font_scale != 1:
            scale_type(changed, variant.font_scale)
        place_logo(changed, variant.logo)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        raise TemplateFault(NOT_A_WORD_DOCUMENT) from None
    return source if changed == entries else zipped(changed)
