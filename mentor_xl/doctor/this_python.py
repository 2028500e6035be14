"""Which Python runs Mentor XL, is it a sound one, and is all of Mentor XL in it?

Of the Microsoft Store's one: Python's documentation, *Using Python on Windows*, *Known issues*.
"""

from mentor_xl import __version__
from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, fail, ok, skip, warn

OLDEST = (3, 11)
LIBRARIES = (
    "pydantic", "python_calamine", "msoffcrypto", "openpyxl", "docxtpl", "docx", "jinja2", "lxml.etree",
    "click", "rich", "holidays", "icalendar", "pypdf",
)  # fmt: skip
"""What Mentor XL is built on, as Python calls it."""
_BLOCKED = {5: "access denied", 1260: "blocked by a policy", 4551: "blocked by Application Control"}
"""Faults of Windows that mean: this program may not run here."""


@check("version", Who.YOU)
def version(machine: Machine) -> Answer:
    """Which Mentor XL is this, and is it there once?

    Why: Two versions in one Python make letters that nobody can explain.
    Do: Install Mentor XL again, in the way it was installed before.
    """
    if machine.installed is None:
        return warn(f"Mentor XL {__version__} runs from a folder, without having been installed.")
    if machine.installed.version != __version__:
        return warn(f"Mentor XL {__version__} runs, but {machine.installed.version} is installed.")
    kind = "installed" if machine.installed.digests else "run from its source"
    return ok(f"Mentor XL {__version__}, {kind}, in {_kind(machine)}.")


def _kind(machine: Machine) -> str:
    """In what sort of place it lives, as its path tells."""
    parts = [part.casefold() for part in machine.python.parts]
    if "pipx" in parts:
        return "a place of its own made by pipx"
    if "uv" in parts:
        return "a place of its own made by uv"
    if machine.file(machine.python.parent.parent / "pyvenv.cfg").is_file():
        return "a place of its own"
    return "the computer's Python"


@check("python", Who.YOU)
def python(machine: Machine) -> Answer:
    """Is this Python new enough, and one whose files Excel can see?

    Why: A Python from the Microsoft Store keeps what it writes into AppData to itself: Excel would not see
         the tab, nor Explorer the entry under Send to.
    Do: Install Python from python.org, or ask for it to be installed, and Mentor XL in it.
    """
    found = ".".join(map(str, machine.python_version))
    if machine.python_version < OLDEST:
        return fail(f"This is Python {found}; Mentor XL needs 3.11 or newer.")
    store = ("windowsapps", "pythonsoftwarefoundation.python")
    places = f"{machine.python} {machine.base}".casefold()
    if machine.is_windows and any(word in places for word in store):
        return warn(f"This is Python {found} from the Microsoft Store.")
    return ok(f"Python {found}, {machine.bits} bits, at {machine.python}")


@check("libraries", Who.YOU)
def libraries(machine: Machine) -> Answer:
    """Can every library that Mentor XL is built on be used?

    Why: A school's computer may let Python start and still stop the compiled part of a library.
    Do: Install Mentor XL again. If that does not help, your IT team has to allow the folder of this Python.
    """
    reasons = {name: machine.why_not_loaded(name) for name in LIBRARIES}
    broken = [f"{name} {why}" for name, why in reasons.items() if why]
    if broken:
        return fail("; ".join(broken) + ".")
    return ok(f"All {len(LIBRARIES)} libraries can be used.")


@check("command", Who.YOU)
def command(machine: Machine) -> Answer:
    """Does the short command mentor-xl work?

    Why: It is a small program without a signature, and many schools block such programs.
    Do: Type python -m mentor_xl instead of mentor-xl: it is the same, and nothing else is needed.
    """
    program = machine.scripts / ("mentor-xl.exe" if machine.is_windows else "mentor-xl")
    if not machine.file(program).is_file():
        return skip("There is no short command here. python -m mentor_xl does the same.")
    try:
        ran = machine.run([str(machine.file(program)), "--version"])
    except OSError as fault:
        return warn(f"mentor-xl does not start: {_why_blocked(fault)}.")
    if ran.code or __version__ not in ran.said:
        return warn(f"mentor-xl starts something else (exit code {ran.code}).")
    return ok("mentor-xl works.")


@check("start-python", Who.IT)
def start_python(machine: Machine) -> Answer:
    """May this Python be started by another program, as the tab, Send to and the Task Scheduler do?

    Why: AppLocker and Application Control decide by folder and by signature what may start.
    Do: Ask your IT team to install Python for all users in Program Files, signed, and Mentor XL in it.
    """
    try:
        ran = machine.run([str(machine.file(machine.python)), "-c", "print(1)"])
    except OSError as fault:
        return fail(f"Python does not start: {_why_blocked(fault)}.")
    if ran.code or ran.said != "1":
        return fail(f"Python starts, and stops at once (exit code {ran.code}).")
    return ok("Python starts.")


def _why_blocked(fault: OSError) -> str:
    number = getattr(fault, "winerror", None)
    return _BLOCKED.get(number or 0, type(fault).__name__) + (f", error {number}" if number else "")
