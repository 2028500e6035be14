"""Do imports go down only, is every check and letter registered, and does the command start on little?"""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mentor_xl"
CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "tool"
]["importlinter"]["contracts"]
LAYERS: list[str] = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
FLOOR = {
    module.strip(): height
    for height, layer in enumerate(reversed(LAYERS))
    for module in layer.split("|")
}  # fmt: skip
"""Each module or package at the top of ``mentor_xl``, and how high it stands."""


def _imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _files_of(module: str) -> list[Path]:
    place = ROOT.joinpath(*module.split("."))
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def _top(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


# -- the floors --------------------------------------------------------------------------------------------


def test_every_module_has_its_floor() -> None:
    tops = {_top(path) for path in PACKAGE.rglob("*.py")} - {"__init__", "__main__"}
    assert tops == set(FLOOR)


@pytest.mark.parametrize("top", FLOOR)
def test_imports_go_down_only(top: str) -> None:
    up = set()
    for path in _files_of(f"mentor_xl.{top}"):
        for name in _imports(path):
            package, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            if package == "mentor_xl" and other in FLOOR and other != top and FLOOR[other] >= FLOOR[top]:
                up.add(f"{path.relative_to(ROOT)} imports {other}")
    assert up == set()


@pytest.mark.parametrize(
    "contract",
    [one for one in CONTRACTS if one["type"] == "forbidden"],
    ids=lambda contract: contract["name"],
)
def test_what_is_forbidden_is_not_imported(contract: dict[str, Any]) -> None:
    forbidden = set(contract["forbidden_modules"])
    found = {
        f"{path.relative_to(ROOT)} imports {name}"
        for module in contract["source_modules"]
        for path in _files_of(module)
        for name in _imports(path)
        if name.partition(".")[0] in forbidden
    }
    assert found == set()


def test_the_contracts_hold_for_imports_through_others_too() -> None:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or shutil.which(
        "lint-imports"
    )
    if program is None:
        pytest.skip("import-linter is not installed; it comes with the extra dev")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# -- what registers itself by being imported -----------------------------------------------------------------


@pytest.mark.parametrize("package", ["checks", "letters", "reports", "deadlines"])
def test_a_package_imports_every_module_in_it(package: str) -> None:
    name = f"mentor_xl.{package}"
    code = f"import sys, {name}; print(*(m for m in sys.modules if m.startswith({name!r})))"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    files = {f"{name}.{path.stem}" for path in (PACKAGE / package).glob("*.py") if path.stem != "__init__"}
    assert files - set(told.stdout.split()) == set()


# -- what a start costs --------------------------------------------------------------------------------------

SLOW = {
    "openpyxl", "docxtpl", "docx", "lxml", "jinja2", "rich", "holidays", "python_calamine", "pydantic", "PIL",
    "xlwings", "msoffcrypto", "cryptography", "icalendar",
}  # fmt: skip


def test_a_start_waits_for_no_library_but_click() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "mentor_xl", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "click" in imported
    assert imported & SLOW == set()


def test_reading_a_workbook_waits_for_nothing_that_only_writing_needs() -> None:
    code = (
        "import sys; from mentor_xl.cli import run; run(['check', 'nowhere.xlsx']);"
        "print(*sys.modules)"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = {name.partition(".")[0] for name in done.stdout.split()}
    assert "pydantic" in imported
    assert imported & {"openpyxl", "docxtpl", "docx", "rich", "PIL", "xlwings", "icalendar"} == set()
