"""Is a new workbook all that its page promises, and nothing more than a school has to fill in?"""

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from mentor_xl import __version__, look
from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.errors import WrongUse
from mentor_xl.records import Column, Pupil, Session, Settings, columns_of
from mentor_xl.vocabulary import GROWING, LISTS
from mentor_xl.workbook.blank import CORE, MODULES, make_blank, make_caseload, sheets_shown
from mentor_xl.workbook.files import open_grid
from mentor_xl.workbook.our_sheets import OUR_TITLES
from mentor_xl.workbook.reading import read_casebook
from mentor_xl.workbook.scales import SHIPPED_SCALES

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "workbook_templates" / "caseload.xlsx"
TYPED = {record.sheet_name: columns_of(record) for record in SHEETS.values() if record is not Settings}
COLUMNS = [(title, index, column) for title, columns in TYPED.items() for index, column in enumerate(columns)]
NAMES = [f"{title}-{column.heading}" for title, _, column in COLUMNS]


@cache
def blank() -> bytes:
    return make_blank()


@cache
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(blank()))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


# -- sheets ------------------------------------------------------------------------------------------


def test_the_sheets_stand_in_the_order_of_the_contract() -> None:
    typed = [record.sheet_name for record in SHEETS.values()]
    assert book().sheetnames == ["Start", "Dashboard", *typed, "Due", "Problems", "Letters log", "Lists"]


def test_the_core_is_in_sight_and_the_rest_is_hidden_until_wanted() -> None:
    in_sight = {sheet.title for sheet in book() if sheet.sheet_state == "visible"}
    assert in_sight == {"Start", "Dashboard", *CORE, "Due", "Problems", "Letters log"}


def test_a_part_that_is_wanted_is_in_sight() -> None:
    wanted = openpyxl.load_workbook(io.BytesIO(make_blank(modules=["measures", " Peer"])))
    in_sight = {sheet.title for sheet in wanted if sheet.sheet_state == "visible"}
    assert {*MODULES["measures"], *MODULES["peer"]} <= in_sight
    assert in_sight.isdisjoint({*MODULES["steps"], "Lists"})


def test_all_parts_together_are_every_sheet_that_people_type_in() -> None:
    assert set(sheets_shown(["all"])) == {record.sheet_name for record in SHEETS.values()}


def test_a_part_there_is_none_of_is_refused_with_those_there_are() -> None:
    with pytest.raises(WrongUse, match=r"'measure'.*measures, "):
        make_blank(modules=["measure"])


@pytest.mark.parametrize("title", [*TYPED, *OUR_TITLES, "Settings"])
def test_a_sheet_holds_one_table_named_after_it_with_its_headings_in_the_first_row(title: str) -> None:
    sheet = book()[title]
    (table,) = sheet.tables.values()
    assert table.displayName == "tbl" + "".join(word.capitalize() for word in title.split())
    headings = [cell.value for cell in sheet[1]]
    assert [column.name for column in table.tableColumns] == headings
    assert table.ref.startswith("A1:")
    assert table.autoFilter.ref == table.ref
    assert sheet.freeze_panes.endswith("2")


@pytest.mark.parametrize("title", TYPED)
def test_the_headings_are_those_of_the_records(title: str) -> None:
    assert [cell.value for cell in book()[title][1]] == [column.heading for column in TYPED[title]]


@pytest.mark.parametrize("title", [*TYPED, *OUR_TITLES, "Settings"])
def test_a_sheet_prints_on_its_side_as_wide_as_the_page_with_its_headings_on_each(title: str) -> None:
    sheet = book()[title]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == ("&A", "Page &P of &N")


def test_nothing_is_protected_because_a_protected_table_does_not_grow() -> None:
    assert [sheet.title for sheet in book() if sheet.protection.sheet] == []


# -- columns -----------------------------------------------------------------------------------------


@cache
def rules_of(title: str) -> dict[str, DataValidation]:
    """The rules of a sheet by the cells they hold for."""
    rules = book()[title].data_validations.dataValidation
    by_cells = {str(rule.sqref): rule for rule in rules}
    assert len(by_cells) == len(rules)
    return by_cells


def rule_of(title: str, index: int) -> DataValidation:
    """The one rule of a column of a typed sheet, which holds from below the heading to the last row."""
    letter = openpyxl.utils.get_column_letter(index + 1)
    return rules_of(title)[f"{letter}2:{letter}1048576"]


@pytest.mark.parametrize(("title", "index", "column"), COLUMNS, ids=NAMES)
def test_a_column_says_what_to_type_down_to_the_last_row(title: str, index: int, column: Column) -> None:
    rule = rule_of(title, index)
    assert rule.prompt == column.description
    assert rule.promptTitle == ("• " if column.must else "") + column.heading
    assert rule.showInputMessage


KINDS: dict[str, str | None] = {
    "date": "date", "int": "whole", "number": "decimal", "yes/no": "list", "list": "list", "ref": "list",
    "key": "custom", "calc": "custom", "text": None, "note": None, "text;": None, "refs;": None,
    "list;": None,
}  # fmt: skip


@pytest.mark.parametrize(("title", "index", "column"), COLUMNS, ids=NAMES)
def test_a_column_refuses_what_it_cannot_hold_and_says_why(title: str, index: int, column: Column) -> None:
    rule = rule_of(title, index)
    assert rule.type == KINDS[column.base]
    if rule.type is not None:
        assert rule.showErrorMessage
        assert rule.errorStyle in (None, "stop")
        assert rule.error.endswith(".")
        assert len(rule.error) <= 225


@pytest.mark.parametrize(
    ("title", "index", "column"), [one for one in COLUMNS if one[2].lowest is not None],
    ids=[name for name, one in zip(NAMES, COLUMNS, strict=True) if one[2].lowest is not None],
)  # fmt: skip
def test_a_number_keeps_to_the_range_of_its_column(title: str, index: int, column: Column) -> None:
    rule = rule_of(title, index)
    assert (float(rule.formula1), float(rule.formula2)) == (column.lowest, column.highest)


def _first_of(source: str) -> tuple[str, str]:
    """The sheet and the first cell of a drop-down's source."""
    sheet, _, cell = source.removeprefix("OFFSET(").partition("!")
    return sheet.strip("'"), cell.partition(":")[0].partition(",")[0].replace("$", "")


@pytest.mark.parametrize(("title", "index", "column"), COLUMNS, ids=NAMES)
def test_a_drop_down_is_fed_from_its_list_or_from_the_sheet_it_points_to(
    title: str, index: int, column: Column
) -> None:
    rule = rule_of(title, index)
    if rule.type != "list":
        return
    sheet, cell = _first_of(rule.formula1)
    if column.base == "ref":
        assert (sheet, cell) == (column.target, "A2")
        return
    name = column.target or "YesNo"
    heading = book()["Lists"][cell.replace("2", "1")]
    assert (sheet, heading.value) == ("Lists", name)


def test_the_lists_are_the_vocabulary_s_and_only_those_that_grow_have_room() -> None:
    sheet = book()["Lists"]
    columns = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in sheet.columns}
    assert columns.pop("YesNo") == ["Yes", "No"]
    assert columns == {name: list(values) for name, values in LISTS.items()}
    with_room = {rule.promptTitle for rule in sheet.data_validations.dataValidation}
    assert with_room == GROWING


FORMATS = {"date": "dd/mm/yyyy", "calc date": "ddd d mmm yyyy", "int": "0", "number": "General"}


@pytest.mark.parametrize(("title", "index", "column"), COLUMNS, ids=NAMES)
def test_a_column_is_formatted_to_its_end_for_what_it_holds(title: str, index: int, column: Column) -> None:
    dimension = book()[title].column_dimensions[openpyxl.utils.get_column_letter(index + 1)]
    wanted = FORMATS.get(column.kind) or FORMATS.get(column.base) or "@"
    assert dimension.number_format == wanted
    grey = f"FF{look.CALC}"
    assert (dimension.fill.start_color.rgb == grey) is column.is_filled_by_us


@pytest.mark.parametrize(
    "column",
    [
        ("Pupils", "Pupil ID"),
        ("Pupils", "UPN"),
        ("Contacts", "Phone"),
        ("Contacts", "Postcode"),
        ("Staff", "Phone"),
    ],
)
def test_what_begins_with_a_nought_is_text(column: tuple[str, str]) -> None:
    title, heading = column
    index = [one.heading for one in TYPED[title]].index(heading)
    letter = openpyxl.utils.get_column_letter(index + 1)
    assert book()[title].column_dimensions[letter].number_format == "@"


def test_a_date_that_turns_red_says_so_in_words_too() -> None:
    told = []
    for sheet in book():
        for cells in sheet.conditional_formatting:
            told += [(rule.dxf, rule.formula[0]) for rule in cells.rules if "TODAY()" in rule.formula[0]]
    assert len(told) >= 2 * 8
    for style, formula in told:
        word = "overdue" if "<TODAY()" in formula else "due soon"
        assert style.numFmt.formatCode.endswith(f'"{word}"')
        assert style.font.color.rgb == f"FF{look.STATES[word].ink}"


# -- settings and what is shipped filled ---------------------------------------------------------------


def test_settings_are_two_columns_and_what_each_is_for() -> None:
    sheet = book()["Settings"]
    rows = {row[0].value: (row[1], row[2].value) for row in sheet.iter_rows(min_row=2)}
    assert [cell.value for cell in sheet[1]] == ["Setting", "Value", "What it is for"]
    assert list(rows) == [column.heading for column in columns_of(Settings)]
    for column in columns_of(Settings):
        cell, told = rows[column.heading]
        assert told == column.description
        assert rules_of("Settings")[cell.coordinate].type == KINDS[column.base]


def test_settings_that_have_a_usual_value_come_with_it() -> None:
    values = {row[0]: row[1] for row in book()["Settings"].iter_rows(min_row=2, values_only=True) if row[1]}
    assert values == {
        "Reference prefix": "MXL",
        "Due soon within": 15,
        "Hide counts below": 5,
        "Letter font size": 12,
        "Name both parents": "No",
    }


def test_a_blank_workbook_reads_back_as_a_school_that_has_not_begun(tmp_path: Path) -> None:
    path = tmp_path / "caseload.xlsx"
    path.write_bytes(blank())
    reading = read_casebook(open_grid(path))
    assert [(str(one.place), one.code) for one in reading.problems] == [("Settings!B2", "missing-value")]
    assert reading.left_alone == ()
    assert reading.casebook.settings.due_soon_within == 15
    assert [scale.measure for scale in reading.casebook.scales] == [one.measure for one in SHIPPED_SCALES]
    assert reading.casebook.pupils == ()


def test_a_list_that_a_school_lengthens_is_understood(tmp_path: Path) -> None:
    changed = openpyxl.load_workbook(io.BytesIO(blank()))
    lists, staff = changed["Lists"], changed["Staff"]
    column = [cell.value for cell in lists[1]].index("Role") + 1
    lists.cell(len(LISTS["Role"]) + 2, column).value = "Family worker"
    for number, value in enumerate(["FWO", None, "Ida", "Moss", "Family worker"], 1):
        staff.cell(2, number).value = value
    path = tmp_path / "caseload.xlsx"
    changed.save(path)
    reading = read_casebook(open_grid(path))
    assert [one.code for one in reading.problems] == ["missing-value"]
    assert reading.casebook.staff[0].role == "Family worker"


# -- pages -----------------------------------------------------------------------------------------------


def test_start_leads_to_every_sheet_in_sight_and_to_none_that_is_hidden() -> None:
    start = book()["Start"]
    links = [cell.hyperlink for row in start for cell in row if cell.hyperlink]
    to = {link.location.partition("!")[0].strip("'") for link in links}
    in_sight = {sheet.title for sheet in book() if sheet.sheet_state == "visible"}
    assert to == in_sight - {"Start"}


def test_start_says_the_version_and_what_is_never_written_here() -> None:
    data = make_blank(version="9.8.7")
    words = " ".join(
        str(cell.value)
        for row in openpyxl.load_workbook(io.BytesIO(data))["Start"]
        for cell in row
        if cell.value
    )
    assert "Mentor XL 9.8.7" in words
    assert "What never to write here" in words
    assert "safeguarding lead" in words


def test_the_dashboard_has_six_figures_four_native_charts_with_words_and_fits_one_page() -> None:
    dashboard = book()["Dashboard"]
    figures = [dashboard[f"{column}5"].value for column in "BDFHJL"]
    assert all(str(figure).startswith("=") for figure in figures)
    assert len(dashboard._charts) == 4
    assert dashboard.page_setup.fitToHeight == 1
    drawing = parts(blank())["xl/drawings/drawing1.xml"].decode()
    assert drawing.count('descr="Bar chart: ') == 4


def formulas(sheets: openpyxl.Workbook) -> Iterator[tuple[str, str, str]]:
    for sheet in sheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, str(cell.value)


def test_only_the_dashboard_counts_and_only_with_what_excel_2016_has() -> None:
    found = list(formulas(book()))
    assert {title for title, _, _ in found} == {"Dashboard"}
    too_new = (
        "FILTER(",
        "SORT(",
        "UNIQUE(",
        "XLOOKUP(",
        "LET(",
        "TEXTJOIN(",
        "IFS(",
        "_xlfn",
        "MAXIFS(",
        "SEQUENCE(",
    )
    plain = [formula.replace("COUNTIFS(", "") for _, _, formula in found]
    assert [formula for formula in plain if any(name in formula for name in too_new)] == []


@pytest.mark.libreoffice
def test_libreoffice_works_out_the_dashboard_of_a_caseload_without_an_error(
    tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    casebook = Casebook(
        settings=Settings(school_name="Wrenfield Academy"),
        pupils=(Pupil(pupil_id="004101", legal_surname="Ng", legal_forename="Wing-Yan"),),
        sessions=tuple(_attended(days_ago) for days_ago in (1, 8, 40)),
    )
    path = tmp_path / "small.xlsx"
    path.write_bytes(make_caseload(casebook, shown=CORE))
    worked_out = openpyxl.load_workbook(soffice(path, "xlsx"), data_only=True)
    wrong = [
        f"{sheet.title}!{cell.coordinate}" for sheet in worked_out for row in sheet for cell in row
        if cell.data_type == "e" or str(cell.value).startswith(("#", "Err:"))
    ]  # fmt: skip
    assert wrong == []
    dashboard = worked_out["Dashboard"]
    assert [dashboard[f"{column}5"].value for column in "BDFHJL"] == [0, 0, 0, 0, 2, "–"]
    assert dashboard["B3"].value.startswith("Wrenfield Academy · Today is ")


def _attended(days_ago: int) -> Session:
    # The page asks the real clock, and so does this test of it.
    day = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=days_ago)
    return Session(date=day, pupil_id="004101", kind="One-to-one", minutes=30, attended="Attended")


# -- text of users ---------------------------------------------------------------------------------------

LIKE_FORMULAS = [
    "=1+1",
    "+44 7700 900123",
    "-late",
    "@home",
    '=HYPERLINK("http://x.example","y")',
    "\tx",
    "'='",
]


def test_what_a_user_typed_stays_text_whatever_it_begins_with() -> None:
    pupils = [
        Pupil(pupil_id=f"{number}", legal_surname=text, legal_forename="Ada", notes=text)
        for number, text in enumerate((*LIKE_FORMULAS, "Nowak"))
    ]
    casebook = Casebook(settings=Settings(school_name=LIKE_FORMULAS[0]), pupils=tuple(pupils))
    made = openpyxl.load_workbook(io.BytesIO(make_caseload(casebook, shown=CORE)))
    assert {title for title, _, _ in formulas(made)} == {"Dashboard"}
    typed = [cell for (cell,) in made["Pupils"]["C2:C9"]]
    assert [cell.value for cell in typed] == [*LIKE_FORMULAS, "Nowak"]
    assert {cell.data_type for cell in typed} == {"s"}
    assert [cell.quotePrefix for cell in typed] == [True] * len(LIKE_FORMULAS) + [False]
    assert made["Settings"]["B2"].value == LIKE_FORMULAS[0]


def test_a_character_that_no_workbook_can_hold_is_left_out() -> None:
    pupil = Pupil(pupil_id="004101", legal_surname="No\x00w\x1fak\ufffe", legal_forename="Ada")
    data = make_caseload(Casebook(pupils=(pupil,)), shown=CORE)
    assert openpyxl.load_workbook(io.BytesIO(data))["Pupils"]["C2"].value == "Nowak"


# -- bytes -----------------------------------------------------------------------------------------------


def test_the_bytes_hold_no_clock_and_no_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(blank())) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = book().properties
    assert (properties.creator, properties.lastModifiedBy) == ("Mentor XL", "Mentor XL")
    assert properties.created == properties.modified == dt.datetime(2026, 1, 1)  # noqa: DTZ001


@pytest.mark.parametrize("seed", ["0", "77"])
def test_another_process_makes_the_same_bytes(seed: str) -> None:
    code = (
        "import hashlib; from mentor_xl.workbook.blank import make_blank;"
        "print(hashlib.sha256(make_blank()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"},
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(blank()).hexdigest()


def test_the_shipped_workbook_is_what_is_made_now() -> None:
    """To make it again: ``mentor-xl new workbook_templates/caseload.xlsx --force``."""
    assert parts(SHIPPED.read_bytes()) == parts(make_blank(version=__version__))
