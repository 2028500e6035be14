"""Where the templates that come with Mentor XL are: in the wheel, or in a checkout of its source."""

import os
from importlib.resources import as_file, files
from pathlib import Path
from typing import Literal

from mentor_xl.errors import MissingHere

Folder = Literal["letter_templates", "workbook_templates"]


def shipped_folder(name: Folder) -> Path:
    """The folder of shipped templates; the one place in the code that looks for it.

    A wheel carries it inside the package. An editable install has only the checkout's own folder: what
    the build copied is a snapshot that goes stale, so the checkout is asked second, never first.
    """
    elsewhere = os.environ.get("MENTOR_XL_TEMPLATES")
    if elsewhere and (Path(elsewhere) / name).is_dir():
        return Path(elsewhere) / name
    packed = files("mentor_xl") / "_data" / name
    if packed.is_dir():
        with as_file(packed) as folder:
            return folder
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise MissingHere(f"The folder {name} that belongs to Mentor XL is missing. Install Mentor XL again.")
