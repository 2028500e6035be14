"""What tests of the add-in share: a LibreOffice, and the add-in open in it."""

from collections.abc import Iterator
from typing import Any

import pytest
from addin.pressed import PYTHON, Office, catching_addin


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A LibreOffice that takes orders; skips where there is none."""
    started = Office(tmp_path_factory.mktemp("office"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def catching(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The add-in, open in LibreOffice; what a button would start is caught."""
    return office.open_addin(tmp_path_factory.mktemp("addin") / "mentor_xl.xlam", catching_addin())


@pytest.fixture
def installed(office: Office, catching: Any) -> Any:
    """The same, on a computer where ``addin install`` has been run."""
    office.note_python(PYTHON + "\r\n")
    return catching
