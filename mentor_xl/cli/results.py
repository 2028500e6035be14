"""The results workbook that lies beside the letters: what a build came to, for a person to go through."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from mentor_xl import __version__
from mentor_xl.build import Build
from mentor_xl.outputs import OutputFile
from mentor_xl.workbook.our_sheets import HELD_BACK, MADE, LetterRow, headings_of
from mentor_xl.workbook.results import write_results

RESULTS = "results.xlsx"


def results_file(result: Build, workbook: Path, output: Path) -> OutputFile:
    """The results of a build as a workbook whose rows lead to the cells of the user's own."""
    data = write_results(
        problems=result.examined.problems,
        dues=result.examined.dues,
        letters=_letters(result),
        today=result.examined.today,
        workbook_link=way_to(workbook, output),
        version=__version__,
        headings=headings_of(result.examined.casebook),
    )
    return OutputFile(RESULTS, data)


def way_to(workbook: Path, output: Path) -> str:
    """The workbook's path as seen from the output folder; whole where the two lie on different drives."""
    try:
        way = os.path.relpath(workbook.resolve(), output.resolve())
    except ValueError:
        way = os.fspath(workbook.resolve())
    return PurePath(way).as_posix()


def _letters(result: Build) -> Iterator[LetterRow]:
    for made in result.made:
        document = made.document
        yield LetterRow(
            kind=document.kind,
            ref=document.ref or "",
            audience=document.audience.value,
            recipient=document.recipient.row,
            state=MADE,
            path=made.path,
        )
    for held in result.held_back:
        yield LetterRow(
            kind=held.kind,
            ref=held.ref or "",
            audience=held.audience.value if held.audience else "",
            recipient=held.recipient or "",
            state=HELD_BACK,
            why=held.why,
        )
