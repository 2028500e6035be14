"""``mentor-xl doctor``: what is shown, in which words, with which exit code."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest
from doctor.a_machine import PYTHON, a_machine, blocked, with_lines

from mentor_xl import __version__
from mentor_xl.cli import run
from mentor_xl.doctor import CHECKS, Machine, this_machine
from mentor_xl.doctor.this_machine import as_hexadecimal, run_to_its_end, why_not_loaded
from mentor_xl.outputs import sha256_of

Say = pytest.CaptureFixture[str]
Use = Callable[[Machine], None]
LOCKED = (
    "HKLM", r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    "D4F940AB-401B-4EFC-AADC-AD5F3C50688A", "1",
)  # fmt: skip

SIGNED = ("HKCU", r"Software\Policies\Microsoft\Office\16.0\Excel\Security", "RequireAddinSig", 1)


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Let the command find another computer than this one."""
    return lambda machine: monkeypatch.setattr("mentor_xl.cli.doctor.this_machine", lambda _: machine)


def test_where_all_is_well_it_says_so_and_gives_0(use: Use, tmp_path: Path, capsys: Say) -> None:
    use(a_machine(tmp_path))
    assert run(["doctor"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "Nothing stands in the way."
    assert all(len(line) <= 80 for line in said)
    assert sum(line.startswith("ok ") for line in said) == len(CHECKS)


def test_what_is_to_be_looked_at_gives_1_a_reason_and_who_can_mend_it(
    use: Use, tmp_path: Path, capsys: Say
) -> None:
    use(with_lines(a_machine(tmp_path), LOCKED, SIGNED))
    assert run(["doctor"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "warn programs-from-excel Defender stops whatever Excel starts" in said
    assert "Only signed add-ins are loaded." in said
    assert said.count("(Who can: your IT team.)") == 1
    assert said.endswith(f"Next: {CHECKS['signed-add-ins'].do}")


def test_what_the_work_needs_comes_first_and_gives_4(use: Use, tmp_path: Path, capsys: Say) -> None:
    machine = with_lines(a_machine(tmp_path), LOCKED)
    use(replace(machine, python=PYTHON.parent / "WindowsApps" / "python.exe", run=blocked(5)))
    assert run(["doctor"]) == 4
    said = capsys.readouterr().out
    assert " ".join(said.split()).endswith(f"Next: {CHECKS['start-python'].do}")
    assert all(len(line) <= 80 for line in said.splitlines())


def test_what_does_not_matter_is_counted_and_shown_on_request(use: Use, tmp_path: Path, capsys: Say) -> None:
    use(a_machine(tmp_path, with_tab=False))
    assert run(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "Left out, as of no matter here: 3." in said
    assert "skip" not in said
    assert run(["doctor", "--all"]) == 0
    assert capsys.readouterr().out.count("skip ") == 3


def test_another_program_is_told_all_and_no_name(use: Use, tmp_path: Path, capsys: Say) -> None:
    use(with_lines(a_machine(tmp_path, output=PureWindowsPath(r"C:\People\Zoe\x")), LOCKED))
    assert run(["doctor", "--json"]) == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert said.err == ""
    assert told["version"] == __version__
    assert told["next"] == "programs-from-excel"
    assert [row["code"] for row in told["checks"]] == list(CHECKS)
    keys = {"code", "theme", "question", "state", "evidence", "remedy", "who"}
    assert all(row.keys() == keys for row in told["checks"])
    assert all(bool(row["remedy"]) == bool(row["who"]) for row in told["checks"])
    assert "zoe" not in said.out.casefold()


# -- this computer -----------------------------------------------------------------------------------------


def test_it_runs_on_this_computer_too(tmp_path: Path, capsys: Say) -> None:
    assert run(["doctor", "--json", "-o", str(tmp_path)]) in (0, 1, 4)
    states = {row["code"]: row["state"] for row in json.loads(capsys.readouterr().out)["checks"]}
    assert {states[code] for code in ("python", "libraries", "templates", "output-folder")} == {"ok"}


def test_without_its_libraries_it_still_says_which_are_missing() -> None:
    code = (
        "import sys\n"
        "for name in ('pydantic', 'lxml', 'jinja2', 'openpyxl'): sys.modules[name] = None\n"
        "from mentor_xl.cli import run\n"
        "sys.exit(run(['doctor']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "fail  libraries" in done.stdout
    assert "pydantic is not installed" in " ".join(done.stdout.split())
    assert done.stderr == ""


def test_a_library_that_breaks_as_it_is_loaded_is_told_by_its_kind_of_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a_broken_library.py").write_text("raise OSError('DLL load failed')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert why_not_loaded("a_broken_library") == "cannot be loaded (OSError)"
    assert why_not_loaded("no_such_library") == "is not installed"
    assert why_not_loaded("json") == ""


def test_a_digest_is_read_as_installers_write_it() -> None:
    assert as_hexadecimal("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU") == sha256_of(b"")
    assert as_hexadecimal("é") == "é"


def test_a_program_is_run_to_its_end_with_nobody_to_answer_it() -> None:
    ran = run_to_its_end([sys.executable, "-c", "print(repr(input('')))"])
    assert (ran.code, ran.said) == (1, "")
    with pytest.raises(OSError, match=r".+"):
        run_to_its_end(["no such program of ours"])


def test_the_folder_of_the_letters_is_documents_unless_another_is_named(tmp_path: Path) -> None:
    assert this_machine().output == Path.home() / "Documents" / "Mentor XL"
    assert this_machine(tmp_path).output == tmp_path


@contextmanager
def _opened(root: str, key: str, _: int, access: int) -> Iterator[str]:
    if (root, key) != ("users", r"Software\Office") or access != 0x119:
        raise FileNotFoundError
    yield key


WINREG = SimpleNamespace(
    HKEY_CURRENT_USER="users", HKEY_LOCAL_MACHINE="machine", KEY_READ=0x19, KEY_WOW64_64KEY=0x100,
    OpenKey=_opened, QueryInfoKey=lambda _: (2, 3, 0), EnumKey=lambda _, place: ("Excel", "Word")[place],
    EnumValue=lambda _, place: (("VbaOff", 1, 4), ("Path", "C:", 1), ("Several", ["a"], 7))[place],
)  # fmt: skip
"""As much of Python's module as is asked for, with one key."""


def test_the_registry_of_windows_is_read_in_its_64_bit_part(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.find_spec("mentor_xl.doctor.this_machine")
    assert spec is not None
    assert spec.loader is not None
    monkeypatch.setitem(sys.modules, "winreg", WINREG)
    monkeypatch.setattr(sys, "platform", "win32")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    registry = module._registry()
    assert registry.values("HKCU", r"Software\Office") == {"vbaoff": 1, "path": "C:"}
    assert registry.keys("HKCU", r"Software\Office") == ("Excel", "Word")
    assert registry.values("HKLM", r"Software\Office") == {}
    assert registry.keys("HKCU", "Software") == ()
