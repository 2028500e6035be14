"""The pages that are made from the code are the ones that lie in docs."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", DOCS / "_make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(_maker().PAGES))
def test_a_page_made_from_the_code_is_current(name: str) -> None:
    made: str = _maker().PAGES[name]()
    assert (DOCS / name).read_text(encoding="utf-8") == made, "run: python docs/_make.py"
