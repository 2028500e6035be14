"""Every drop-down of the blank workbook is there, and filled, after LibreOffice has opened and saved it."""

import re
from pathlib import Path

import openpyxl
import pytest
from conftest import Convert
from openpyxl.workbook import Workbook

from mentor_xl.vocabulary import LISTS
from mentor_xl.workbook.blank import make_blank


def lists_of(book: Workbook) -> dict[str, list[str]]:
    """Sheet to the formulas of its drop-downs."""
    return {
        sheet.title: [v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"]
        for sheet in book
    }


def offered(book: Workbook, formula: str) -> list[object]:
    """What a drop-down offers: the cells that its formula, or the name in it, stands for."""
    formula = formula.lstrip("=")
    if formula in book.defined_names:
        formula = book.defined_names[formula].attr_text.lstrip("=")
    if formula.startswith('"'):
        return list(formula.strip('"').split(","))
    places = re.findall(r"(?:'([^']+)'|(\w+))!(\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)", formula)
    assert places, formula  # a list grows: what is offered is counted in a range
    quoted, plain, cells_in = places[-1]
    cells = book[quoted or plain][cells_in.replace("$", "")]
    return [cell.value for row in cells for cell in row if cell.value is not None]


@pytest.mark.libreoffice
def test_every_drop_down_of_the_blank_workbook_works_in_libreoffice(tmp_path: Path, soffice: Convert) -> None:
    made = tmp_path / "caseload.xlsx"
    made.write_bytes(make_blank(modules=("all",)))
    before = openpyxl.load_workbook(made)
    after = openpyxl.load_workbook(soffice(made, "xlsx"))
    counts = {title: len(formulas) for title, formulas in lists_of(after).items()}
    assert counts == {title: len(formulas) for title, formulas in lists_of(before).items()}
    formulas = {f for of_sheet in lists_of(after).values() for f in of_sheet if "Lists" in f}
    seen = {tuple(map(str, offered(after, formula))) for formula in formulas}
    for values in LISTS.values():
        assert any(one[: len(values)] == values for one in seen), values
