"""What tests of every floor share."""

import os
import shutil
import subprocess
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")

Convert = Callable[[Path, str], Path]
"""``convert(path, "ods")`` gives the path of the converted file."""

_FILTERS = {"xls": "xls:MS Excel 97"}
_MINUTES = 3


@pytest.fixture(autouse=True, scope="session")
def _a_cache_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled templates are kept between tests, never between test runs, and never with the user's."""
    os.environ["MENTOR_XL_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Converts a file with LibreOffice, under a profile of its own; skips where there is none.

    Mark what asks for it with ``@pytest.mark.libreoffice``.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("libreoffice_profile")

    def convert(path: Path, to: str) -> Path:
        folder = tmp_path_factory.mktemp(f"converted_to_{to}")
        arguments = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        arguments += ["--convert-to", _FILTERS.get(to, to), "--outdir", str(folder), str(path)]
        done = subprocess.run([program, *arguments], capture_output=True, timeout=60 * _MINUTES, check=False)
        converted = folder / f"{path.stem}.{to}"
        assert converted.is_file(), done.stderr.decode(errors="replace")
        return converted

    return convert


@pytest.fixture(scope="session")
def excel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """LibreOffice in Excel's place, as an application of xlwings; skips where there is none.

    Mark what asks for it with ``@pytest.mark.libreoffice``.
    """
    from excel_stand_in.office import an_office, why_not  # noqa: PLC0415 - few tests need it

    from mentor_xl.ribbon import load_xlwings  # noqa: PLC0415

    if why_not():
        pytest.skip(why_not())
    load_xlwings()
    from excel_stand_in.engine import the_app  # noqa: PLC0415 - loads xlwings

    with an_office(tmp_path_factory.mktemp("excel_stand_in")) as desktop:
        yield the_app(desktop)


# -- where everything is installed, a test that is skipped has failed ---------------------------------------

NO_SKIPS = bool(os.environ.get("MENTOR_XL_NO_SKIPS"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let no test be skipped unseen where the environment says that all it needs is there."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, where no test may be: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a file of tests that skips itself whole."""
    report = yield
    if NO_SKIPS and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"Skipped, where no test may be: {report.longrepr}"
    return report
