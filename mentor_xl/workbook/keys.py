"""The IDs that stand on each sheet, and what an ID that is typed elsewhere refers to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mentor_xl.problems import UNSAID, looks_like_an_id, quoted_id
from mentor_xl.records import CellError, Column
from mentor_xl.workbook.cells import did_you_mean
from mentor_xl.workbook.said import Said, plain_text, read_as, says_not_known
from mentor_xl.workbook.sheets import KnownSheet
from mentor_xl.workbook.telling import Telling

_UNKNOWN = {
    "Pupils": "unknown-pupil",
    "Staff": "unknown-staff",
    "Cases": "unknown-case",
    "Agencies": "unknown-agency",
}


class Keys:
    """The IDs of a whole workbook, by sheet."""

    def __init__(self) -> None:
        self._typed: dict[str, dict[str, str]] = {}
        """Sheet to folded ID to the ID as its own sheet has it."""
        self._refused: defaultdict[str, set[str]] = defaultdict(set)
        self._unreadable: set[str] = set()
        self._nearly: dict[str, _Nearly] = {}
        self.pupil_of_case: dict[str, str] = {}

    def collect(self, sheet: KnownSheet, telling: Telling) -> None:
        """Take in the IDs of a sheet, and tell of those that stand on more than one row."""
        if sheet.key is None or not sheet.has_what_rows_hang_on:
            self.cannot_tell(sheet.title)
            return
        keys = list(_keys_of(sheet, sheet.index(sheet.key)))
        # Where an ID stands on two rows, the first of them says how it is spelled.
        typed = {text.casefold(): text for _, text in reversed(keys)}
        self._typed[sheet.title] = typed
        doubled = _rows_of_doubled(keys) if len(typed) < len(keys) else {}
        for folded, rows in doubled.items():
            _tell_doubled(sheet, sheet.key, typed[folded], rows, telling)
        if sheet.title != "Pupils":
            self._refused[sheet.title].update(doubled)

    def cannot_tell(self, title: str) -> None:
        """Remember a sheet whose IDs could not be read: nobody can say what refers to nothing."""
        self._unreadable.add(title)

    def refuse(self, sheet: KnownSheet, key: str | None) -> None:
        """Remember the ID of a row that could not be kept, if it has one."""
        if key:
            self._refused[sheet.title].add(key.casefold())

    def was_refused(self, target: str, typed: str) -> bool:
        """Whether the problem lies with what is meant, and has been told there.

        So it is for a row that could not be kept, for a sheet that could not be read, and for an ID that
        stands on two rows. With a pupil's ID what refers to it is kept: every document for it is held back.
        """
        return target in self._unreadable or typed.casefold() in self._refused[target]

    def sure(self, target: str) -> frozenset[str]:
        """The IDs of a sheet, as they are spelled there, of which nothing is to be said."""
        if target in self._unreadable:
            return frozenset()
        keys, refused = self._typed.get(target, {}), self._refused[target]
        if not refused:
            return frozenset(keys.values())
        return frozenset(text for folded, text in keys.items() if folded not in refused)

    def find(self, column: Column, typed: str) -> str | Said:
        """The ID as its own sheet has it, or what to say of one that is not there."""
        target = column.target
        keys = self._typed.get(target, {})
        if typed.casefold() in keys:
            return keys[typed.casefold()]
        near = self._nearest(target).but_for_zeros(typed) if typed.isdigit() else []
        if len(near) == 1:
            return read_as(near[0], "zeros-added", typed, meant=quoted_id(near[0]))
        details = {"value": _shown(target, typed), "target": target, "hint": self._hint(target, typed)}
        return Said(None, _UNKNOWN.get(target, "unknown-reference"), details)

    def _hint(self, target: str, typed: str) -> str:
        keys = self._typed.get(target, {})
        if target == "Scales":
            return did_you_mean(typed, tuple(keys.values()))
        meant = self.meant(target, typed)
        is_sayable = meant is not None and quoted_id(meant) == meant
        return f" Did you mean {meant}?" if is_sayable else ""

    def meant(self, target: str, typed: str) -> str | None:
        """The one ID of a sheet that is nearly what was typed."""
        return self._nearest(target).to(typed)

    def _nearest(self, target: str) -> "_Nearly":
        if target not in self._nearly:
            keys, refused = self._typed.get(target, {}), self._refused[target]
            self._nearly[target] = _Nearly({fold: key for fold, key in keys.items() if fold not in refused})
        return self._nearly[target]


def _shown(title: str, typed: str) -> str:
    """An ID as a message may show it. Nobody knows who or what it is, so initials will do for staff only."""
    return quoted_id(typed) if title == "Staff" or looks_like_an_id(typed) else UNSAID


def together(unknown: Sequence[Said]) -> Said:
    """What is said of several IDs in one cell that are not there: one problem for one cell."""
    first = unknown[0]
    if len(unknown) == 1:
        return first
    values = dict.fromkeys(one.details["value"] for one in unknown)
    return Said(None, first.code, {**first.details, "value": " or ".join(values), "hint": ""})


def _keys_of(sheet: KnownSheet, index: int) -> Iterator[tuple[int, str]]:
    for number, cell in zip(sheet.table.numbers, sheet.table.columns[index], strict=True):
        if cell is None or isinstance(cell, CellError):
            continue
        text = plain_text(cell)
        if text and not says_not_known(text):
            yield number, text


def _rows_of_doubled(keys: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    rows_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in keys:
        rows_of[text.casefold()].append(number)
    return {folded: rows for folded, rows in rows_of.items() if len(rows) > 1}


def _tell_doubled(sheet: KnownSheet, key: Column, typed: str, rows: Sequence[int], telling: Telling) -> None:
    shown, more = rows[:-1][:_MOST_SHOWN], len(rows) - 1 - _MOST_SHOWN
    standing = ", ".join(map(str, shown))
    details = {
        "value": _shown(sheet.title, typed),
        "sheet": sheet.title,
        "rows": f"{standing} and {rows[-1]}" if more <= 0 else f"{standing} and {more + 1} more",
    }
    ref = typed if sheet.title == "Pupils" and looks_like_an_id(typed) else None
    for row in rows:
        place = sheet.place(key, row)
        heading = place.heading or key.heading
        telling.say("duplicate-id", place, {**details, "heading": heading}, ref=ref, blocks=("row",))


_MOST_SHOWN = 10
"""Rows that the sentence on each of them names; if it named all, a thousand would make a million."""


class _Nearly:
    """The IDs of a sheet, to find the one that is nearly what was typed."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = keys
        self._signs = sorted({sign for folded in keys for sign in folded})
        self._without_zeros: defaultdict[str, list[str]] = defaultdict(list)
        for folded, key in keys.items():
            self._without_zeros[folded.lstrip("0")].append(key)

    def to(self, typed: str) -> str | None:
        """The one ID that differs by leading zeros, or else by one sign; ``None`` for none or several."""
        folded = typed.casefold()
        near = self.but_for_zeros(folded) or sorted(
            {self._keys[other] for other in self._one_sign_away(folded) if other in self._keys}
        )
        return near[0] if len(near) == 1 else None

    def but_for_zeros(self, typed: str) -> list[str]:
        """The IDs that differ by leading zeros alone."""
        return self._without_zeros.get(typed.casefold().lstrip("0"), [])

    def _one_sign_away(self, text: str) -> Iterable[str]:
        if len(text) > _LONGEST:
            return
        for at in range(len(text) + 1):
            before, after = text[:at], text[at:]
            yield before + after[1:]
            yield before + after[1:2] + after[:1] + after[2:]
            for sign in self._signs:
                yield before + sign + after
                yield before + sign + after[1:]


_LONGEST = 20
"""Signs of an ID that is compared: a longer one is no ID."""


# -- IDs that are names ----------------------------------------------------------------------------


def is_a_name(pupil_id: str, names: Iterable[str]) -> bool:
    """Whether an ID is made of words, or of one of the pupil's own ``names``.

    IDs stand in lists, in file names and on the screen, where no pupil's name may stand.
    """
    words = re.findall(r"[^\W\d_]+", pupil_id.casefold())
    if not words:
        return False
    has_figures = bool(re.search(r"\d", pupil_id))
    if not has_figures and (len(words) > 1 or any(len(word) > 4 for word in words)):
        return True
    if len(words) > 1 and any(len(word) > 3 for word in words):
        return True
    own = {word for name in names for word in re.findall(r"[^\W\d_]+", name.casefold())}
    return any(
        name in words if len(name) < 4 else any(name in word for word in words)
        for name in own
        if len(name) > 2 or name == pupil_id.casefold()
    )
