"""Can letters be written where they are to go, and who else gets them there?"""

import os
import tempfile
from pathlib import Path, PurePath

from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, ok, warn

_LONGEST_BELOW = 120
"""Characters of the longest path below the folder of the letters, with room."""
_LONGEST = 259
"""Characters of the longest path that Word opens."""
_ENOUGH = 200 * 1024 * 1024
_MOUNTS = r"Software\SyncEngines\Providers\OneDrive"
_SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"


@check("output-folder", Who.YOU)
def output_folder(machine: Machine) -> Answer:
    """Can letters be written into their folder?

    Why: A folder of somebody else's, or one that is protected, takes no files.
    Do: Choose another folder with -o DIR.
    """
    folder = _nearest(machine)
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".mentor-xl-"):
            pass
    except OSError as fault:
        return warn(f"{machine.output} cannot be written ({type(fault).__name__}).")
    return ok(f"{machine.output} can be written.")


@check("free-space", Who.YOU)
def free_space(machine: Machine) -> Answer:
    """Is there room for the letters?

    Why: A build writes everything beside what is there before it exchanges the two.
    Do: Make room on that drive, or choose another folder with -o DIR.
    """
    free = machine.free_bytes(_nearest(machine))
    amount = f"{free / 1024**3:.1f} GB" if free >= 1024**3 else f"{free // 1024**2} MB"
    return ok(f"{amount} are free.") if free >= _ENOUGH else warn(f"Only {amount} are free.")


@check("long-paths", Who.YOU, is_for_windows=True)
def long_paths(machine: Machine) -> Answer:
    """Is the folder's path short enough for Word?

    Why: Word opens no file whose whole path is longer than 259 characters, whatever Windows allows.
    Do: Choose a folder nearer to the top of the drive with -o DIR.
    """
    length = len(str(machine.output)) + _LONGEST_BELOW
    said = f"A letter's path may take {length} of {_LONGEST} characters."
    return ok(said) if length <= _LONGEST else warn(said)


@check("onedrive", Who.YOU, is_for_windows=True)
def onedrive(machine: Machine) -> Answer:
    """Does OneDrive carry the letters away from this computer?

    Why: Mentor XL sends nothing anywhere, but what lies in a folder of OneDrive is uploaded by OneDrive. A
         private OneDrive is no place for pupils' data.
    Do: Choose a folder with -o DIR that is not in your private OneDrive.
    """
    private = machine.env.get("ONEDRIVECONSUMER", "")
    if private and _is_in(machine, private):
        return warn(f"{machine.output} lies in a private OneDrive.")
    names = machine.registry.keys("HKCU", _MOUNTS)
    mounts = [machine.text("HKCU", rf"{_MOUNTS}\{name}", "MountPoint") for name in names]
    mounts += [machine.env.get(name, "") for name in ("ONEDRIVECOMMERCIAL", "ONEDRIVE")]
    if any(mount and _is_in(machine, mount) for mount in mounts):
        return ok(f"{machine.output} lies in OneDrive, which uploads what is there.")
    return ok("The letters do not go into a folder of OneDrive.")


@check("documents", Who.YOU, is_for_windows=True)
def documents(machine: Machine) -> Answer:
    """Is the folder Documents where Send to looks for it?

    Why: Send to writes into Documents in your own folder. Where a school has moved Documents elsewhere,
         Explorer shows another folder of that name.
    Do: Look for the letters in the folder Documents of your own folder, or give a folder with -o DIR.
    """
    told = machine.text("HKCU", _SHELL_FOLDERS, "Personal")
    usual = machine.home / "Documents"
    place = type(machine.home)(_filled_in(told, machine)) if told else usual
    if str(place).casefold() == str(usual).casefold():
        return ok("Documents is in its usual place.")
    return warn(f"Explorer's Documents is {place}; Send to writes into {usual}.")


def _filled_in(text: str, machine: Machine) -> str:
    """A path of the registry, with its variables filled in."""
    for name, value in machine.env.items():
        text = text.replace(f"%{name}%", value)
    return text.replace("%USERPROFILE%", str(machine.home))


def _is_in(machine: Machine, folder: str) -> bool:
    return machine.output.is_relative_to(type(machine.output)(folder))


def _nearest(machine: Machine) -> Path:
    """The output folder, or the nearest one above it that is there."""
    places: list[PurePath] = [machine.output, *machine.output.parents]
    there = (machine.file(place) for place in places)
    return next((path for path in there if path.is_dir()), Path(os.curdir))
