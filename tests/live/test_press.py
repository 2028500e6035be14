"""A press that goes wrong: one sentence in Excel, a line in the log, and never a word of the workbook."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.small_school import WHOLE
from live.books import TODAY
from live.fake_excel import App

import mentor_xl
from mentor_xl.addin.buttons import PROTOCOL
from mentor_xl.live import front
from mentor_xl.live.remembered import Remembered
from mentor_xl.ribbon import OWN_FAULT, press
from mentor_xl.workbook.grid import MarkdownGrid

WORDS_OF_A_BOOK = "Zephyrine Quillfeather"


def pressed(app: App, home: Path, entry: str, **more: Any) -> int:
    remembered = Remembered(home / "settings", home / "Documents", home / "cache")
    return press(
        app, entry, today=TODAY, remembered=remembered, open_file=print, sleep=lambda _: None, **more
    )  # type: ignore[arg-type]


def test_a_book_that_is_no_caseload_is_told_so(tmp_path: Path) -> None:
    app = App("Book1", MarkdownGrid("# Sheet1\n| a | b |"))
    assert pressed(app, tmp_path, "check") == 3
    assert "No pupils were found" in app.asked[0]
    assert app.status_bar is False


def test_a_fault_of_our_own_names_its_place_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object) -> None:
        raise ValueError(WORDS_OF_A_BOOK)

    monkeypatch.setattr(front, "examine", fall)
    app = App("Book1", MarkdownGrid(WHOLE))
    assert pressed(app, tmp_path, "check") == OWN_FAULT
    log = (tmp_path / "cache" / "log.txt").read_text()
    assert "front.py" in log
    assert WORDS_OF_A_BOOK not in log + "".join(app.asked)


def test_an_add_in_that_speaks_otherwise_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    app = App("Book1", MarkdownGrid(WHOLE))
    assert pressed(app, tmp_path, "check", speaks=(PROTOCOL + 1, "9.9")) == 2
    assert "mentor-xl addin install" in app.asked[0]


def test_where_no_book_is_open_it_says_what_to_do(tmp_path: Path) -> None:
    app = App("Book1", MarkdownGrid(WHOLE))
    app.books.active = None  # type: ignore[attr-defined]
    assert pressed(app, tmp_path, "check") == 1
    assert "Enable Editing" in app.asked[0]


def test_a_book_whose_structure_is_protected_is_left(tmp_path: Path) -> None:
    app = App("Book1", MarkdownGrid(WHOLE))
    app.books.active.ProtectStructure = True  # type: ignore[attr-defined]
    assert pressed(app, tmp_path, "check") == 1
    assert "Protect Workbook" in app.asked[-1]
    assert [sheet.name for sheet in app.books.active.sheets] == list(MarkdownGrid(WHOLE).sheet_names())


def test_excel_draws_again_whatever_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = App("Book1", MarkdownGrid(WHOLE))
    monkeypatch.setattr("mentor_xl.live.checking.paint", lambda *_: 1 / 0)
    assert pressed(app, tmp_path, "check") == OWN_FAULT
    assert app.screen_updating


def test_on_another_system_than_windows_it_says_so_and_what_to_type() -> None:
    if sys.platform == "win32":
        return
    done = subprocess.run(
        [sys.executable, "-m", "mentor_xl", "ribbon", "check", "--protocol=1", "--hwnd=7"],
        capture_output=True, text=True, check=False, cwd=Path(mentor_xl.__file__).parents[1],
    )  # fmt: skip
    assert done.returncode == 4
    assert "needs Excel for Windows" in done.stderr.replace("need Excel", "needs Excel")


def in_a_process(code: str, *arguments: str) -> str:
    here = Path(mentor_xl.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, 'tests')\n{code}", *arguments],
        capture_output=True, text=True, check=False, cwd=here,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_parts_of_xlwings_under_another_licence_are_never_loaded() -> None:
    said = in_a_process(
        "from mentor_xl.ribbon import load_xlwings; load_xlwings(); import xlwings\n"
        "print(xlwings.__pro__, [n for n, m in sys.modules.items() if n.startswith('xlwings.pro') and m])"
    )
    assert said.split() == ["False", "[]"]


PRESS_ONE_LETTER = """
from pathlib import Path
from live.press_once import press_letter
press_letter(Path(sys.argv[1]))
print(*{name.partition('.')[0] for name in sys.modules})
"""


def test_a_second_press_for_a_letter_loads_nothing_that_only_making_things_needs(tmp_path: Path) -> None:
    in_a_process(PRESS_ONE_LETTER, str(tmp_path))
    loaded = set(in_a_process(PRESS_ONE_LETTER, str(tmp_path)).split())
    assert "pydantic" in loaded
    slow = {"openpyxl", "docxtpl", "docx", "rich", "lxml", "holidays", "PIL", "icalendar", "click", "xlwings"}
    assert loaded & slow == set()
    assert list(tmp_path.rglob("*.docx"))
