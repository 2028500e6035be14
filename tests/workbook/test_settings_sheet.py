"""The Settings sheet: one setting a line, wherever on the sheet the two columns stand."""

import pytest

from mentor_xl.problems import Problem, Severity
from mentor_xl.records import Column, Settings, columns_of
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import Reading, read_casebook

EVERY_NAME = [
    pytest.param(column, name, id=name)
    for column in columns_of(Settings)
    for name in (column.heading, *column.aliases)
]


def read(text: str) -> Reading:
    return read_casebook(MarkdownGrid(text))


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(str(problem.place), problem.code) for problem in reading.problems]


def the_only(reading: Reading) -> Problem:
    (problem,) = reading.problems
    return problem


# -- names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("column", "name"), EVERY_NAME)
def test_every_setting_is_understood_by_every_name_in_any_letters(column: Column, name: str) -> None:
    for typed in (
        name,
        name.upper(),
        f" {name.lower()}: ",
        name.replace(" ", "\xa0"),
        f"{name} (school days)",
    ):
        reading = read(f"# Settings\n| Setting | Value |\n| {typed} | {column.example} |")
        assert getattr(reading.casebook.settings, column.attribute) not in (None, "")
        assert reading.casebook.setting_rows == {column.attribute: 2}


def test_no_name_could_mean_two_settings() -> None:
    names = [name.casefold() for column in columns_of(Settings) for name in (column.heading, *column.aliases)]
    assert len(names) == len(set(names))


def test_a_line_that_is_not_known_is_the_schools_own() -> None:
    reading = read("""
        # Settings
        | Setting          | Value               |
        | School name      | Fernhollow          |
        | Photocopier code | 4471                |
        |                  | Kay Smith           |
        | 2026             | #N/A                |
    """)
    assert reading.problems == ()
    assert reading.casebook.settings == Settings(school_name="Fernhollow")


# -- where it stands ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# Settings\n| Setting | Value |\n| School name | Fernhollow |\n| Phase | Infants |", "Settings!B3"),
        ("# settings\n| School name | Fernhollow |\n| Phase | Infants |", "settings!B2"),
        (
            "# Settings @3\n| School name | Fernhollow | |\n| | | |\n| Phase: | Infants | see above |",
            "Settings!B5",
        ),
        (
            "# Settings\n| | Setting | Value |\n| 1 | School name | Fernhollow |\n| 2 | Phase | Infants |",
            "Settings!C3",
        ),
        (
            "# Settings\n| Phase and name | | |\n| | School name | Fernhollow |\n| | Phase | Infants |",
            "Settings!C3",
        ),
    ],
)
def test_the_two_columns_may_stand_anywhere(text: str, place: str) -> None:
    reading = read(text)
    problem = the_only(reading)
    assert (str(problem.place), problem.code) == (place, "not-on-list")
    assert reading.casebook.settings.school_name == "Fernhollow"
    again = reading.casebook.setting_place("phase")
    assert (again.sheet, again.row, again.column) == (
        problem.place.sheet, problem.place.row, problem.place.column,
    )  # fmt: skip


def test_a_setting_that_is_not_there_has_the_sheet_for_its_place() -> None:
    casebook = read("# My settings\n# Settings\n| School name | Fernhollow |").casebook
    assert str(casebook.setting_place("phone")) == "Settings"
    assert str(casebook.setting_place("school_name")) == "Settings!B1"
    assert str(casebook.setting_place(None)) == "Settings"


def test_the_heading_of_a_place_is_as_it_is_typed() -> None:
    problem = the_only(
        read("# Settings\n| School\nname | Fernhollow |\n| PHASE | Infants |".replace("\nname", " name"))
    )
    assert (problem.place.heading, problem.message.split()[0]) == ("PHASE", "PHASE")


def test_of_a_setting_that_stands_twice_the_first_counts_and_the_other_is_told() -> None:
    reading = read("# Settings\n| School name | Fernhollow |\n| SENCO | Mrs Adair |\n| SENCo | Mr Pryce |")
    assert told(reading) == [("Settings!B3", "doubled-setting")]
    assert reading.casebook.settings.senco == "Mrs Adair"


# -- values ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed", "attribute", "value"),
    [
        ("Phone", "1392555014", "phone", "1392555014"),
        ("URN", "136742", "urn", "136742"),
        ("Due soon within", "15", "due_soon_within", 15),
        ("Due soon within", "'15", "due_soon_within", 15),
        ("Hourly cost", "£18.50", "hourly_cost", 18.5),
        ("Name both parents", "TRUE", "name_both_parents", True),
        ("Name both parents", "n", "name_both_parents", False),
        ("Phase", "all through", "phase", "All-through"),
        ("Nation", "WALES", "nation", "Wales"),
        ("Website", "'  www.example.org ", "website", "www.example.org"),
        ("Town", "", "town", None),
    ],
)
def test_a_value_is_read_as_its_setting_means_it(
    name: str, typed: str, attribute: str, value: object
) -> None:
    reading = read(f"# Settings\n| School name | Fernhollow |\n| {name} | {typed} |")
    assert reading.problems == ()
    assert getattr(reading.casebook.settings, attribute) == value


@pytest.mark.parametrize(
    ("name", "typed", "code", "severity", "is_unread"),
    [
        ("Due soon within", "soon", "not-a-number", "error", True),
        ("Due soon within", "7.5", "not-whole", "error", True),
        ("Name both parents", "perhaps", "not-yes-or-no", "error", True),
        ("Nation", "Narnia", "not-on-list", "error", True),
        ("Phone", "#REF!", "error-cell", "error", True),
        ("Phone", "TBC", "not-known", "note", False),
        ("Nation", "?", "not-known", "note", False),
        ("Due soon within", "NA", "not-known", "note", False),
    ],
)
def test_a_value_that_cannot_be_read_is_one_problem(
    name: str, typed: str, code: str, severity: Severity, *, is_unread: bool
) -> None:
    reading = read(f"# Settings\n| School name | Fernhollow |\n| {name} | {typed} |")
    problem = the_only(reading)
    assert (str(problem.place), problem.code, problem.severity) == ("Settings!B2", code, severity)
    attribute = next(column.attribute for column in columns_of(Settings) if column.heading == name)
    assert getattr(reading.casebook.settings, attribute) is None
    assert reading.casebook.settings.unread == (frozenset({attribute}) if is_unread else frozenset())


@pytest.mark.parametrize(
    ("line", "place", "code"),
    [
        ("| School name | |", "Settings!B1", "missing-value"),
        ("| School name |", "Settings!B1", "missing-value"),
        ("| School name | TBC |", "Settings!B1", "not-known-yet"),
        ("| Phone | 01632 960100 |", "Settings", "missing-value"),
    ],
)
def test_the_schools_name_has_to_be_there(line: str, place: str, code: str) -> None:
    reading = read(f"# Settings\n{line}")
    assert told(reading) == [(place, code)]
    assert the_only(reading).message.startswith("School name ")


def test_a_workbook_without_settings_has_none_and_that_is_no_problem() -> None:
    reading = read("# Staff\n| Staff code | Forename | Surname | Role |")
    assert (reading.problems, reading.casebook.settings) == ((), Settings())
