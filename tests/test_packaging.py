"""Does a wheel carry everything Mentor XL needs and nothing else, and does it work where it is installed?"""

import hashlib
import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEMPLATES = {"letter_templates": "**/*.docx", "workbook_templates": "*.xl*"}
EXAMPLE = "example_caseload.xlsx"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is built from this checkout."""
    return _built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


def _built(source: Path, target: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", os.fspath(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment that has the wheel; only what it depends on is borrowed from here."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=os.name != "nt")
    program = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", os.fspath(program), "install", "--quiet"]
    subprocess.run([*pip, "--no-index", "--no-deps", os.fspath(wheel)], check=True, capture_output=True)
    site = _told(program, "import sysconfig; print(sysconfig.get_path('purelib'))", home)
    borrowed = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    # A path named in a .pth file is searched, but its own .pth files, of an editable install, are not read.
    Path(site, "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    return program


def _told(program: Path, code: str, folder: Path) -> str:
    done = _run(program, "-c", code, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _run(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MENTOR_XL"))
    }
    return subprocess.run(
        [os.fspath(program), *arguments],
        cwd=folder, env=plain, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def _digests(folder: Path, pattern: str) -> dict[str, str]:
    """Every file of a folder by its place there, and its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.glob(pattern))
        if path.is_file()
    }


# -- what is in it -----------------------------------------------------------------------------------------


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as package:
        return set(package.namelist())


def test_the_wheel_holds_the_package_the_templates_and_nothing_else(wheel: Path) -> None:
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "mentor_xl").rglob("*.py")}
    data = {
        f"mentor_xl/_data/{folder}/{name}"
        for folder, pattern in TEMPLATES.items()
        for name in _digests(ROOT / folder, pattern)
    }
    told = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    names = {re.sub(r"^mentor_xl-[\d.]+\.dist-info/", "info:", name) for name in _names(wheel)}
    beside = {"mentor_xl/py.typed", "mentor_xl/sensitive/words.tsv"}
    assert names == code | data | beside | {f"info:{name}" for name in told}


def test_a_wheel_made_from_the_source_archive_holds_the_same(wheel: Path, tmp_path: Path) -> None:
    archive = _built(ROOT, "sdist", tmp_path / "archive")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    again = _built(tmp_path / archive.name.removesuffix(".tar.gz"), "wheel", tmp_path / "again")
    assert _names(again) == _names(wheel)


def test_building_twice_makes_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert _built(ROOT, "wheel", tmp_path).read_bytes() == wheel.read_bytes()


# -- where it is installed ----------------------------------------------------------------------------------


def test_the_installed_package_is_the_wheel_s(python: Path, tmp_path: Path) -> None:
    place = _told(python, "import mentor_xl; print(mentor_xl.__file__)", tmp_path)
    assert Path(place).resolve().is_relative_to(python.parents[1].resolve())


@pytest.mark.parametrize("folder", TEMPLATES)
def test_the_installed_templates_are_those_of_this_checkout(
    folder: str, python: Path, tmp_path: Path
) -> None:
    found = _told(
        python, f"from mentor_xl.shipped import shipped_folder as s; print(s({folder!r}))", tmp_path
    )
    here = _digests(ROOT / folder, TEMPLATES[folder])
    assert here
    assert _digests(Path(found), "**/*") == here


def test_the_installed_command_checks_the_example_from_another_folder(python: Path, tmp_path: Path) -> None:
    book = ROOT / "workbook_templates" / EXAMPLE
    done = _run(
        python, "-m", "mentor_xl", "check", str(book), "--json", "--today", "2026-11-23", folder=tmp_path
    )
    assert done.returncode in (0, 1), done.stderr
    answer: Mapping[str, object] = json.loads(done.stdout)
    assert answer["workbook"] == EXAMPLE


def test_the_installed_command_writes_letters_on_the_installed_templates(
    python: Path, tmp_path: Path
) -> None:
    book = ROOT / "workbook_templates" / EXAMPLE
    run = ("-m", "mentor_xl", "build", str(book), "-o", "out", "--today", "2026-11-23")
    done = _run(python, *run, folder=tmp_path)
    assert done.returncode in (0, 1), done.stderr
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    shipped = set(_digests(ROOT / "letter_templates", "**/*.docx").values())
    assert manifest["made"]
    assert {row["template_sha256"] for row in manifest["made"]} <= shipped


def test_the_short_command_is_installed_too(python: Path, tmp_path: Path) -> None:
    program = python.with_name("mentor-xl.exe" if os.name == "nt" else "mentor-xl")
    assert _run(program, "--version", folder=tmp_path).stdout.startswith("mentor-xl")
