"""Is the workbook left as it was, and what is made whole, the same each time, and where it was asked for?"""

import json
import shutil
import stat
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from cli.commands import OF_THE_SCHOOL, ON_THE_DAY, READING, files_in, in_a_process, on_book

from mentor_xl.cli import run
from mentor_xl.outputs import sha256_of
from mentor_xl.shipped import shipped_folder

LOOKING = [*READING, *OF_THE_SCHOOL, ("due", "--level"), ("due", "--csv")]


def _state(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Every file of a folder: its digest, when it was changed, and its rights."""
    return {
        name: (digest, (folder / name).stat().st_mtime_ns, (folder / name).stat().st_mode)
        for name, digest in files_in(folder).items()
    }


@pytest.fixture
def closed_book(book: Path) -> Iterator[Path]:
    """The workbook, read-only in a read-only folder, as on a school's shared drive."""
    book.chmod(stat.S_IREAD)
    book.parent.chmod(stat.S_IREAD | stat.S_IEXEC)
    yield book
    book.parent.chmod(stat.S_IRWXU)
    book.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("command", LOOKING, ids=" ".join)
def test_looking_at_a_workbook_leaves_it_and_its_folder_as_they_were(
    command: Sequence[str], closed_book: Path
) -> None:
    before = _state(closed_book.parent)
    assert run(on_book(command, closed_book)) in (0, 1)
    assert _state(closed_book.parent) == before


def test_building_leaves_the_workbook_and_its_folder_as_they_were(closed_book: Path, tmp_path: Path) -> None:
    before = _state(closed_book.parent)
    assert run(on_book(("build",), closed_book, "-o", str(tmp_path / "out"))) == 1
    assert _state(closed_book.parent) == before


def test_looking_writes_nothing_where_it_is_called(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for command in LOOKING:
        run(on_book(command, book))
    assert not list(here.iterdir())


# -- the same bytes ---------------------------------------------------------------------------------------


def test_two_processes_make_the_same_bytes(book: Path, tmp_path: Path) -> None:
    folders = []
    for seed in ("0", "4242"):
        folders.append(tmp_path / f"made_{seed}" / "out")
        done = in_a_process("build", book, "-o", folders[-1], *ON_THE_DAY, PYTHONHASHSEED=seed)
        assert done.returncode == 1, done.stderr
    first, second = map(files_in, folders)
    assert len(first) > 2
    assert first == second


def test_building_again_changes_nothing(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(on_book(("build",), book, "-o", str(out)))
    first = files_in(out)
    run(on_book(("build",), book, "-o", str(out)))
    assert files_in(out) == first


# -- where it is written ------------------------------------------------------------------------------------


def test_another_workbook_in_the_same_folder_is_told_of(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, other = tmp_path / "out", book.with_name("another.xlsx")
    shutil.copyfile(book, other)
    run(on_book(("build",), book, "-o", str(out)))
    run(on_book(("build",), book, "-o", str(out)))
    assert "held the letters of" not in capsys.readouterr().err
    run(on_book(("build",), other, "-o", str(out)))
    assert f"held the letters of {book.name}" in capsys.readouterr().err.replace("\n", " ")


def test_the_folder_is_made_with_those_above_it(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "a" / "b c" / "ümlaut"
    assert run(on_book(("build",), book, "-o", str(out))) == 1
    assert (out / "manifest.json").is_file()


def test_a_letter_that_is_no_longer_wanted_is_taken_away_unless_somebody_changed_it(
    book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(on_book(("build",), book, "-o", str(out)))
    own, stale = sorted((out / "900001").glob("review-invitation-*.docx"))
    own.write_bytes(own.read_bytes() + b"signed")
    assert run(["build", str(book), "-o", str(out), "--today", "2026-12-04"]) == 1
    assert own.exists()
    assert not stale.exists()


def test_what_somebody_changed_in_a_letter_is_never_lost(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(on_book(("build",), book, "-o", str(out)))
    (letter,) = (out / "900002").glob("consent-*.docx")
    letter.write_bytes(letter.read_bytes() + b"a sentence of the mentor's own")
    changed = letter.read_bytes()
    for _ in range(2):
        assert run(on_book(("build",), book, "-o", str(out))) == 1
        assert changed in [path.read_bytes() for path in letter.parent.iterdir()]


def test_one_kind_leaves_the_other_kinds_of_an_earlier_run_alone(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(on_book(("build",), book, "-o", str(out)))
    documents = {name: digest for name, digest in files_in(out).items() if name.endswith(".docx")}
    run(on_book(("build",), book, "-o", str(out), "--letters", "consent"))
    assert documents == {name: digest for name, digest in files_in(out).items() if name.endswith(".docx")}


# -- the school's own templates ---------------------------------------------------------------------------


def _resaved(template: Path, to: Path) -> str:
    """A template as an editor saves it again, its parts the same and its bytes not; the digest."""
    to.parent.mkdir(parents=True)
    with zipfile.ZipFile(template) as parts, zipfile.ZipFile(to, "w") as saved:
        for name in parts.namelist():
            saved.writestr(zipfile.ZipInfo(name), parts.read(name))
    return sha256_of(to.read_bytes())


@pytest.mark.parametrize("is_named", [False, True], ids=["beside the workbook", "named"])
def test_a_template_of_the_school_s_own_wins_file_by_file(book: Path, tmp_path: Path, is_named: bool) -> None:
    shipped = shipped_folder("letter_templates")
    own = (tmp_path / "ours" if is_named else book.parent / "letter_templates") / "consent.docx"
    digest = _resaved(shipped / "consent.docx", own)
    out = tmp_path / "out"
    run(on_book(("build",), book, "-o", str(out), *(("--templates", str(own.parent)) if is_named else ())))
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    used = {row["kind"]: row["template_sha256"] for row in manifest["made"]}
    assert used["consent"] == digest
    assert used["progress-report"] in {
        sha256_of(path.read_bytes()) for path in shipped.glob("progress-*.docx")
    }
