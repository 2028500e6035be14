"""Where what can be made again is kept, on each kind of computer."""

from pathlib import Path

import pytest

from mentor_xl.user_folders import cache_folder

PLACES = [
    ({}, "home/.cache/mentor-xl"),
    ({"XDG_CACHE_HOME": "xdg"}, "xdg/mentor-xl"),
    ({"XDG_CACHE_HOME": ""}, "home/.cache/mentor-xl"),
    ({"LOCALAPPDATA": "local", "XDG_CACHE_HOME": "xdg"}, "local/MentorXL/cache"),
    ({"MENTOR_XL_CACHE": "named", "LOCALAPPDATA": "local"}, "named"),
]


@pytest.mark.parametrize(("environ", "place"), PLACES)
def test_the_folder_is_the_users_own(environ: dict[str, str], place: str) -> None:
    assert cache_folder(environ, Path("home")) == Path(place)
