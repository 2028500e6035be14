"""Is every file of the project fit to be shown: no machine and no person in it, nothing half done?"""

import ast
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).name
BINARY = {".docx", ".ods", ".png", ".xlam", ".xls", ".xlsx"}
PACKED = {".docx", ".ods", ".xlam", ".xlsx"}


def _tracked() -> list[Path]:
    """Every file that git keeps; in a source archive, where there is no git, every file."""
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = [name for name in told.stdout.decode().split("\0") if name]
    if not names:
        kept = (path for path in ROOT.rglob("*") if path.is_file() and not _is_left_out(path))
        names = [str(path) for path in kept]
    return sorted(ROOT / name for name in names if (ROOT / name).is_file())


def _is_left_out(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return parts[0] != ".ci" and any(part.startswith((".", "__pycache__", "venv", "out")) for part in parts)


FILES = _tracked()
TEXTS = [path for path in FILES if path.suffix not in BINARY]
MODULES = [path for path in FILES if path.suffix == ".py" and (ROOT / "mentor_xl") in path.parents]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _what_it_holds(path: Path) -> Iterator[str]:
    """The text of a file; of a document or workbook, the text of each of its parts."""
    if path.suffix in PACKED:
        with zipfile.ZipFile(path) as package:
            yield from (package.read(name).decode("utf-8", "replace") for name in package.namelist())
    elif path.suffix not in BINARY:
        yield path.read_text(encoding="utf-8")


# -- files -------------------------------------------------------------------------------------------------


def test_there_are_files_to_look_at() -> None:
    assert {"README.md", "pyproject.toml", ".ci/run", "mentor_xl/__init__.py"} <= {
        _name(path) for path in FILES
    }


def test_texts_are_utf_8_with_line_feeds_and_end_with_one() -> None:
    odd = []
    for path in TEXTS:
        data = path.read_bytes()
        data.decode("utf-8")
        if b"\r" in data or data.startswith(b"\xef\xbb\xbf") or (data and not data.endswith(b"\n")):
            odd.append(_name(path))
    assert odd == []


def test_names_of_files_are_taken_by_every_system() -> None:
    names = [_name(path) for path in FILES]
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9._/-]+", name)] == []
    assert len({name.casefold() for name in names}) == len(names)


def test_what_people_leave_lying_about_is_not_kept() -> None:
    left = re.compile(r"(^|/)(~\$|\.~lock|\.DS_Store|Thumbs\.db|.*\.(orig|rej|bak|tmp|log|lock)$)")
    assert [_name(path) for path in FILES if left.search(_name(path))] == []


def test_what_runs_in_a_shell_may_be_run() -> None:
    told = subprocess.run(
        ["git", "ls-files", "-s", ".ci/run"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.stdout.startswith("100755") if told.stdout else (ROOT / ".ci" / "run").stat().st_mode & 0o100


# -- what must not be told -----------------------------------------------------------------------------------

NOT_TOLD = {
    "a folder of somebody's machine": r"(?<![\w.~$/-])/(tmp|root|home|work|Users)/\w|\b[A-Z]:\\\\?Users\\",
    "where packages come from": r"--(extra-)?index[-]url|--find[-]links|--trusted[-]host|\bfile:///(opt|mnt|srv)/"
    r"|\b(pypi|files|test)\.(pythonhosted|pypi|org)\b|\"resolved\": *\"http",
    "a tool of somebody's workplace": r"\bfarm[-][a-z]",
    "a key": r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(ghp|gho|github_pat|sk|xox[bp]|AKIA)[_-]?[A-Za-z0-9_]{20,}",
}


@pytest.mark.parametrize("what", NOT_TOLD)
def test_no_file_tells(what: str) -> None:
    pattern = re.compile(NOT_TOLD[what])
    found = [
        f"{_name(path)}: {match.group()}"
        for path in FILES
        if path.name != HERE
        for text in _what_it_holds(path)
        if (match := pattern.search(text))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a folder of somebody's machine", "open('/" + "home/ann/x')"),
        ("a folder of somebody's machine", "C:" + r"\Users\ann"),
        ("where packages come from", "pip install --index" + "-url x"),
        ("a key", "ghp_" + 30 * "a"),
    ],
)
def test_what_must_not_be_told_would_be_found(what: str, text: str) -> None:
    assert re.search(NOT_TOLD[what], text)


# -- people ------------------------------------------------------------------------------------------------

ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
LEADS_NOWHERE = re.compile(r"(^|\.)(example|invalid|test)(\.(com|org|net))?$|^[a-z]\.uk$")


def test_e_mail_addresses_lead_nowhere() -> None:
    found = {
        f"{_name(path)}: {match.group()}"
        for path in FILES
        for text in _what_it_holds(path)
        for match in ADDRESS.finditer(text)
        if not LEADS_NOWHERE.search(match.group(1))
    }
    assert found == set()


# -- the code ----------------------------------------------------------------------------------------------


def test_nothing_is_left_to_do() -> None:
    half_done = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert [_name(path) for path in MODULES if half_done.search(path.read_text(encoding="utf-8"))] == []


def test_every_module_and_everything_public_in_it_says_what_it_is_for() -> None:
    silent = []
    for path in MODULES:
        module = ast.parse(path.read_text(encoding="utf-8"))
        silent += [] if ast.get_docstring(module) else [_name(path)]
        silent += [f"{_name(path)}: {node.name}" for node in _public(module) if not ast.get_docstring(node)]
    assert silent == []


def _public(
    node: ast.Module | ast.ClassDef,
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and child.name[0] != "_":
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def test_no_module_is_longer_than_one_question_takes() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}
