"""The pack as files: the cover and the letters as one PDF and one Word document."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mentor_xl.errors import MissingHere
from mentor_xl.examine import Examined
from mentor_xl.outputs import PRINT_PACK_PDF, PRINT_PACK_WORD, OutputFile, write_beside
from mentor_xl.print_pack.cover import PrintPack, print_pack
from mentor_xl.print_pack.in_word import one_document
from mentor_xl.print_pack.on_paper import one_pdf, page_count
from mentor_xl.print_pack.order import Letter, in_posting_order
from mentor_xl.word.pdf import pdfs_of
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

COVER = "sheets/print-pack.docx"


def write_print_pack(folder: Path, letters: Sequence[Letter], examined: Examined, template: bytes) -> None:
    """Write ``print-pack.pdf`` and ``print-pack.docx`` into an output folder.

    Raises:
        MissingHere: nothing on this machine makes PDFs. The Word document is written all the same.
        MentorError: the folder cannot be written, or a letter could not be converted.
    """
    ordered = in_posting_order(letters)
    compiled = Template.compile(template)
    files = [letter.file for letter in ordered]
    with TemporaryDirectory(prefix="mentor-xl-") as scratch:
        try:
            pdfs = pdfs_of(files, Path(scratch) / "letters")
        except MissingHere:
            cover = _cover(print_pack(examined, ordered, (), 0), compiled)
            write_beside(folder, [OutputFile(PRINT_PACK_WORD, one_document(cover, files))])
            raise
        pages = [page_count(pdf) for pdf in pdfs]
        cover, cover_pdf = _counted_cover(examined, ordered, pages, compiled, Path(scratch))
        word = one_document(cover, files)
        pack = OutputFile(PRINT_PACK_PDF, one_pdf([cover_pdf, *pdfs]))
        write_beside(folder, [OutputFile(PRINT_PACK_WORD, word), pack])


def _counted_cover(
    examined: Examined, letters: Sequence[Letter], pages: Sequence[int], template: Template, scratch: Path
) -> tuple[bytes, Path]:
    """The cover as Word and PDF. Its own length decides where the letters start: it is laid out twice."""
    first = 1
    for attempt in ("once", "again"):
        cover = _cover(print_pack(examined, letters, pages, first), template)
        file = scratch / f"cover-{attempt}.docx"
        file.write_bytes(cover)
        (pdf,) = pdfs_of([file], scratch / attempt)
        length = page_count(pdf)
        first = 1 + length + length % 2
    return cover, pdf


def _cover(pack: PrintPack, template: Template) -> bytes:
    return render(template, {field: getattr(pack, field) for field in PrintPack.model_fields})
