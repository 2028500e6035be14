"""How does the add-in stand on a computer: is it there, is it the right one, will Excel load it, and once?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PureWindowsPath

from mentor_xl.addin.computer import Computer
from mentor_xl.addin.package import FILE_NAME
from mentor_xl.addin.place import ADDIN, PYTHON, SEND_TO, digest, is_in_use, places, read_receipt
from mentor_xl.addin.vba import FILE_NAME as PATH_FILE
from mentor_xl.addin.vba import FOLDER_NAME
from mentor_xl.outputs import sha256_of

OFFICE_VERSIONS = ("16.0", "15.0", "14.0")
_OPTIONS = r"Software\Microsoft\Office\{version}\Excel\Options"
_PROGRAMS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")
_AGAIN = "mentor-xl addin install"
_OFFICES = (r"Microsoft Office\root\Office16", r"Microsoft Office\Office16")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about the add-in on this computer."""

    code: str
    what: str
    do: str = ""
    """What to do about it; empty: all is well."""

    @property
    def is_well(self) -> bool:
        """Whether nothing need be done about it."""
        return not self.do


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is known of the add-in on this computer."""

    shipped_sha256: str
    installed_sha256: str | None
    findings: tuple[Finding, ...]

    @property
    def is_well(self) -> bool:
        """Whether the buttons should work as far as can be seen from outside Excel."""
        return all(finding.is_well for finding in self.findings)


def standing(computer: Computer, shipped: bytes) -> Standing:
    """Look at every place that matters."""
    addin = places(computer)[ADDIN]
    expected, there = sha256_of(shipped), digest(computer, addin)
    findings = [_the_file(computer, expected, there), _mark(computer, addin), _python(computer)]
    findings += [_sent(computer), _in_use(computer)]
    copies = list(other_copies(computer))
    if there is None and len(copies) == 1:
        findings[0] = Finding("for-all", f"The add-in is installed for all users, at {copies[0]}.")
        copies = []
    findings += [
        Finding("loaded-twice", f"The add-in is also at {where}.", "Remove that one: Excel loads both.")
        for where in copies
    ]
    return Standing(expected, there, tuple(findings))


def _the_file(computer: Computer, expected: str, there: str | None) -> Finding:
    if there is None:
        return Finding("not-installed", "The add-in is not installed.", _AGAIN)
    if there == expected:
        return Finding("installed", "The add-in is in its place, and came with this Mentor XL.")
    if there in {line.sha256 for line in read_receipt(computer)}:
        return Finding("other-version", "The add-in is of another version of Mentor XL.", _AGAIN)
    return Finding(
        "changed", "The add-in was changed since it was installed (signed, it may be).",
        "If your IT team signed it, all is well. Else: mentor-xl addin install --force",
    )  # fmt: skip


def has_mark_of_the_web(computer: Computer, path: PureWindowsPath) -> bool:
    """Whether Windows marked the file as come from the internet: Excel then loads it switched off."""
    try:
        stream = computer.file(path.with_name(path.name + ":Zone.Identifier"))
        text = stream.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return False
    return any(line.strip().replace(" ", "") in {"ZoneId=3", "ZoneId=4"} for line in text.splitlines())


def _mark(computer: Computer, addin: PureWindowsPath) -> Finding:
    if has_mark_of_the_web(computer, addin):
        return Finding(
            "marked", "Windows has marked the add-in as come from the internet, so Excel switches it off.",
            f"{_AGAIN} --force",
        )  # fmt: skip
    return Finding("not-marked", "No mark of having come from the internet.")


def _python(computer: Computer) -> Finding:
    """As the add-in itself looks: in the user's own folder, else in the one for all users."""
    for place in (places(computer)[PYTHON], python_for_all(computer)):
        if place is not None and computer.file(place).is_file():
            lines = computer.file(place).read_bytes().decode(computer.code_page, "replace").splitlines()
            python = PureWindowsPath(lines[0] if lines else "")
            if python.is_absolute() and computer.file(python).is_file():
                return Finding("python", f"The buttons start {python}.")
            return Finding("python-gone", "The Python that the buttons start is not there any more.", _AGAIN)
    return Finding("no-python", "It is not written down which Python the buttons start.", _AGAIN)


def python_for_all(computer: Computer) -> PureWindowsPath | None:
    """Where an administrator may write down which Python the buttons start, for all users."""
    folder = PureWindowsPath(computer.env.get("COMMONPROGRAMFILES", ""))
    return folder / FOLDER_NAME / PATH_FILE if folder.is_absolute() else None


def _sent(computer: Computer) -> Finding:
    if computer.file(places(computer)[SEND_TO]).is_file():
        return Finding("send-to", "Send to, Mentor XL is there.")
    return Finding("no-send-to", "Send to, Mentor XL is not there.", f"{_AGAIN} --send-to-only")


def _in_use(computer: Computer) -> Finding:
    if is_in_use(computer):
        return Finding("in-use", "Excel is open: what was just installed shows when it is opened next.")
    return Finding("not-in-use", "Excel is not open.")


def other_copies(computer: Computer) -> Iterator[str]:
    """Wherever else Excel would load an add-in of this name from."""
    for version in OFFICE_VERSIONS:
        options = computer.registry.values(_OPTIONS.format(version=version))
        for name, value in options.items():
            if name.upper().startswith("OPEN") and FILE_NAME in value.lower():
                yield f"{version} Options, {name}"
            if name.upper() == "ALTSTARTUP" and value and _is_there(computer, PureWindowsPath(value)):
                yield str(PureWindowsPath(value) / FILE_NAME)
    folders = {computer.env.get(name, "") for name in _PROGRAMS} - {""}
    for folder in sorted(folders):
        for office in _OFFICES:
            start = PureWindowsPath(folder) / office / "XLSTART"
            if _is_there(computer, start):
                yield str(start / FILE_NAME)


def _is_there(computer: Computer, folder: PureWindowsPath) -> bool:
    return folder.is_absolute() and computer.file(folder / FILE_NAME).is_file()
