"""Which kinds of letters stand in the *Letters* menu, and under whom?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mentor_xl.addin.buttons import GROUPS, LETTER_ENTRY, LETTERS_ID, Button, Group, Menu
from mentor_xl.audience import CALLED, Audience
from mentor_xl.documents import Kind, kinds
from mentor_xl.examine import REGISTERED

_READERS = {
    "Families": (Audience.PARENT,),
    "Pupils": (Audience.PUPIL, Audience.PEER),
    "Agencies": (Audience.AGENCY, Audience.SCHOOL),
    "Staff": (Audience.TEACHER, Audience.LEADER, Audience.GOVERNORS),
}
"""Each sub-menu, and whom the kinds in it are written to first."""


def groups() -> tuple[Group, ...]:
    """The groups of the tab, with every kind of letter in its place under *Letters*."""
    menus = letter_menus()
    return tuple(
        replace(group, controls=tuple(_filled(control, menus) for control in group.controls))
        for group in GROUPS
    )


def _filled(control: Button | Menu, menus: tuple[Menu, ...]) -> Button | Menu:
    if isinstance(control, Menu) and control.id == LETTERS_ID:
        return replace(control, children=menus)
    return control


def letter_menus() -> tuple[Menu, ...]:
    """A sub-menu for each group of readers, with a button for every kind about one pupil, by its title."""
    assert REGISTERED  # noqa: S101 - the kinds of letters are registered by then
    about_a_pupil = sorted(
        (kind for kind in kinds().values() if not kind.is_about_caseload), key=lambda kind: kind.title
    )
    menus = (
        Menu(
            id=f"{LETTERS_ID}{name}",
            label=name,
            keytip=name[0],
            children=tuple(_button(kind) for kind in about_a_pupil if kind.audiences[0] in readers),
        )
        for name, readers in _READERS.items()
    )
    return tuple(menu for menu in menus if menu.children)


def _button(kind: Kind) -> Button:
    return Button(
        id="Letter" + "".join(word.capitalize() for word in kind.slug.split("-")),
        label=kind.title,
        entry=LETTER_ENTRY,
        kind=kind.slug,
        command="build",
        screentip=kind.title,
        supertip=f"For the selected pupils. To {_listed([CALLED[reader] for reader in kind.audiences])}.",
    )


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def buttons(controls: Sequence[Group | Menu | Button] | None = None) -> Iterator[Button]:
    """Every button there is, those in menus too, in the order of the ribbon."""
    for control in groups() if controls is None else controls:
        match control:
            case Button():
                yield control
            case Menu():
                yield from buttons(control.children)
            case Group():
                yield from buttons(control.controls)
