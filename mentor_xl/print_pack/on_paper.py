"""One PDF of many: each letter starts on a sheet of its own, printed on one side or on both."""

import io
from collections.abc import Sequence
from pathlib import Path


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader  # noqa: PLC0415 - slow to import, and wanted for print packs only

    return len(PdfReader(pdf).pages)


def one_pdf(pdfs: Sequence[Path]) -> bytes:
    """All of them, each with an even number of pages: a blank one is added where it takes one.

    The file says nothing of who made it or when.
    """
    from pypdf import PdfWriter  # noqa: PLC0415

    writer = PdfWriter()
    for pdf in pdfs:
        start = len(writer.pages)
        writer.append(pdf, import_outline=False)
        if (len(writer.pages) - start) % 2:
            writer.add_blank_page()
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
