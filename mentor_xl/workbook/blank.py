"""A new caseload workbook: every sheet and column of the contract, ready to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import Due
from mentor_xl.errors import WrongUse
from mentor_xl.records import Settings

CORE = (
    "Settings", "Calendar", "Staff", "Pupils", "Contacts", "Referrals", "Cases", "Consents", "Targets",
    "Sessions", "Agencies", "Agency referrals", "Reviews",
)  # fmt: skip
"""The sheets that people type in which are always in sight."""

MODULES: Mapping[str, tuple[str, ...]] = {
    "barriers": ("Barriers",),
    "steps": ("Steps",),
    "events": ("Events",),
    "attendance": ("Attendance", "Behaviour"),
    "measures": ("Measures", "Scales"),
    "passports": ("Passports",),
    "groups": ("Groups",),
    "peer": ("Peer pool", "Peer pairs", "Peer meetings"),
    "rewards": ("Rewards",),
    "training": ("Training",),
    "policies": ("Policies",),
    "rules": ("Rules", "Explanations"),
}
"""What ``--with`` can show: a module to the sheets that are hidden until it is wanted."""
EVERYTHING = "all"


def make_blank(*, modules: Iterable[str] = (), version: str = "") -> bytes:
    """A blank caseload workbook as an .xlsx file; the same arguments give the same bytes.

    ``modules`` names parts of ``MODULES`` to show, or ``all``; every sheet is made all the same.
    Raises WrongUse for a module there is none of.
    """
    from mentor_xl.workbook.scales import SHIPPED_SCALES  # noqa: PLC0415  with the rest of what is drawn

    settings = Settings(
        reference_prefix="MXL",
        due_soon_within=15,
        hide_counts_below=5,
        letter_font_size=12,
        name_both_parents=False,
    )
    casebook = Casebook(settings=settings, scales=SHIPPED_SCALES)
    return make_caseload(casebook, shown=sheets_shown(modules), version=version)


def make_caseload(
    casebook: Casebook,
    *,
    shown: Iterable[str],
    dues: Iterable[Due] = (),
    version: str = "",
    remark: str = "Who you work with, what is due, and the letters that go out.",
) -> bytes:
    """A caseload workbook with what is in a casebook and what is due; ``remark`` heads its Start page."""
    # openpyxl takes a quarter of a second to import: only who makes a workbook waits for it.
    from mentor_xl.workbook.making.caseload import draw_caseload  # noqa: PLC0415

    return draw_caseload(casebook, frozenset(shown), tuple(dues), version=version, remark=remark)


def sheets_shown(modules: Iterable[str]) -> tuple[str, ...]:
    """The typed sheets in sight when these modules are wanted."""
    wanted = [module.strip().casefold() for module in modules]
    unknown = [module for module in wanted if module not in MODULES and module != EVERYTHING]
    if unknown:
        known = ", ".join((*MODULES, EVERYTHING))
        raise WrongUse(f"There is no part of the workbook called {unknown[0]!r}. There are: {known}.")
    chosen = MODULES if EVERYTHING in wanted else wanted
    return (*CORE, *(title for module in chosen for title in MODULES[module]))
