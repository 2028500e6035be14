"""Where on this computer does a user keep what Mentor XL remembers: nothing about pupils, ever."""

from collections.abc import Mapping
from pathlib import Path

CACHE = "MENTOR_XL_CACHE"
"""The environment variable that names another folder for what can be made again."""


def cache_folder(environ: Mapping[str, str], home: Path) -> Path:
    """Where compiled letter templates are kept between runs, so that the next one starts at once."""
    if named := environ.get(CACHE):
        return Path(named)
    if local := environ.get("LOCALAPPDATA"):
        return Path(local) / "MentorXL" / "cache"
    return Path(environ.get("XDG_CACHE_HOME") or home / ".cache") / "mentor-xl"


def settings_folder(environ: Mapping[str, str], home: Path) -> Path:
    """Where is kept what a user chose, such as the folder for letters."""
    if roaming := environ.get("APPDATA"):
        return Path(roaming) / "MentorXL"
    return Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "mentor-xl"
