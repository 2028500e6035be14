"""Are the templates that came with Mentor XL all there, whole, and as they were?"""

import importlib
from pathlib import Path

from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, fail, ok, skip, warn
from mentor_xl.errors import MissingHere
from mentor_xl.outputs import sha256_of

_PACKED = "_data/"
"""Where a wheel carries the templates."""


@check("templates", Who.YOU)
def templates(machine: Machine) -> Answer:
    """Is there a sound template for every kind of letter?

    Why: Without its template a letter is held back.
    Do: Install Mentor XL again.
    """
    try:
        folder = machine.shipped("letter_templates")
    except MissingHere as fault:
        return fail(str(fault))
    there = sorted(folder.glob("*.docx"))
    called = {path.name.partition(".")[0] for path in there}
    wanted = _kinds()
    missing = [slug for slug in wanted if slug not in called]
    if missing:
        return fail(f"There is no template for {_some(missing)}.")
    broken = [path.name for path in there if not _opens(path)]
    if broken:
        return fail(f"{_some(broken)} cannot be opened.")
    return ok(f"{len(there)} templates for {len(wanted)} kinds of letters.")


def _kinds() -> tuple[str, ...]:
    # A doctor that needs the libraries himself could not say which of them is blocked.
    from mentor_xl.documents import kinds  # noqa: PLC0415

    importlib.import_module("mentor_xl.examine")  # which declares every kind
    return tuple(kinds())


def _opens(path: Path) -> bool:
    from mentor_xl.template_check.layout import Layout  # noqa: PLC0415 - needs libraries
    from mentor_xl.word.faults import TemplateFault  # noqa: PLC0415

    try:
        Layout.of(path.read_bytes())
    except (TemplateFault, OSError):
        return False
    return True


@check("templates-unchanged", Who.YOU)
def templates_unchanged(machine: Machine) -> Answer:
    """Are the templates just as they came?

    Why: A template that is changed where it was installed is lost with the next version.
    Do: Put templates of your own beside the workbook (mentor-xl templates copy), then install again.
    """
    recorded = machine.installed.digests if machine.installed else {}
    packed = {path: digest for path, digest in recorded.items() if path.startswith(_PACKED)}
    if not packed:
        return skip("Mentor XL runs from its source; there is nothing to compare them with.")
    changed = [path for path, digest in packed.items() if _digest(machine.package / path) != digest]
    if changed:
        return warn(f"Changed or gone: {_some([path.rpartition('/')[2] for path in changed])}.")
    return ok(f"All {len(packed)} files are as they came.")


def _digest(path: Path) -> str | None:
    return sha256_of(path.read_bytes()) if path.is_file() else None


def _some(names: list[str]) -> str:
    """A few of many names."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
