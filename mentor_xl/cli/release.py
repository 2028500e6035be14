"""``mentor-xl release``: letters that may leave are frozen, with a sheet to check them by."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from mentor_xl.cli.letters import letters_option, pupil_option
from mentor_xl.cli.options import (
    Shown,
    json_option,
    names_option,
    naming,
    open_and_examine,
    option_set,
    password_option,
    today_option,
)
from mentor_xl.cli.paper import stationery_for, templates_option
from mentor_xl.cli.screen import complain, say, say_json, table
from mentor_xl.frozen import released_letter, take_back, write_release
from mentor_xl.ledger import Entry, TakenBack, disturbed
from mentor_xl.outputs import write_beside
from mentor_xl.release import Chosen, NotReleased, Release, Today, ledger_of, look_over, who_releases
from mentor_xl.release_sheet import (
    IF_POSTED,
    TEMPLATE,
    Occasion,
    release_sheet,
    sheet_name,
    taken_back_sheet,
)
from mentor_xl.shipped import shipped_folder

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("release")
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.option("--by", metavar="CODE", default="", help="Who releases them: a code of the Staff sheet, KSA.")
@click.option(
    "--book",
    type=click.Path(path_type=Path),
    metavar="BOOK",
    help="Hold every letter against the workbook as it is now; names and typed words on the sheet.",
)
@option_set(letters_option, pupil_option)
@click.option("--file", "files", metavar="NAME", multiple=True, help="Only this letter, consent-1a2b3c.")
@click.option("--with-changes", is_flag=True, help="Also those that were changed in Word, as they stand.")
@click.option("--sheet-only", is_flag=True, help="Release nothing: only write the sheet to check by.")
@click.option(
    "--undo", metavar="NAME", default="", help="Take a released letter back to a draft, consent-1a2b3c."
)
@click.option(
    "--reason", metavar="TEXT", default="", help="Why it is taken back: printed on the sheet alone."
)
@option_set(templates_option, today_option, password_option, json_option, names_option)
def release_command(
    *,
    folder: Path,
    by: str,
    book: Path | None,
    kinds: str,
    pupils: tuple[str, ...],
    files: tuple[str, ...],
    with_changes: bool,
    sheet_only: bool,
    undo: str,
    reason: str,
    templates: Path | None,
    today: dt.date,
    password_file: Path | None,
    as_json: bool,
    names: bool,
) -> int:
    """Release the drafts in DIR, the folder that ``build`` wrote.

    A released letter is frozen: later runs neither make it again nor change it. With --book, a letter that
    the workbook would no longer make, or would make otherwise, stays a draft, and the sheet prints what was
    typed in each. Exit code 1 where some stay drafts.
    """
    if not sheet_only and not by.strip():
        raise click.UsageError("Say who does it with --by CODE: a staff code, no name.")
    if bool(undo) is not bool(reason.strip()) or (undo and (sheet_only or kinds or pupils or files)):
        raise click.UsageError("To take one letter back: --undo NAME --by CODE --reason TEXT.")
    chosen = Chosen(_parted(kinds), pupils, tuple(file.removesuffix(".docx") for file in files))
    now = _today(book, today, password_file, templates) if book else None
    if undo:
        return _take_back(folder, undo, reason, Occasion(today, by, is_done=True), now, as_json=as_json)
    release = look_over(folder, chosen, by, today.isoformat(), today=now, with_changes=with_changes)
    sheet = _write(folder, release, Occasion(today, release.by, is_done=not sheet_only), now)
    casebook = now.examined.casebook if now else None
    shown = naming(casebook, names=names) if casebook else lambda ref: ref or ""
    if as_json:
        say_json(_as_json(release, sheet, is_done=not sheet_only))
    else:
        _sum_up(release, sheet, shown, is_done=not sheet_only)
    gone = disturbed(folder, release.ledger)
    for path in gone:
        complain(f"{path} was released, and is gone or was changed since.")
    return int(bool(release.stays or gone))


def _parted(kinds: str) -> tuple[str, ...]:
    return tuple(kind.strip() for kind in kinds.split(",") if kind.strip())


def _today(book: Path, day: dt.date, password_file: Path | None, templates: Path | None) -> Today:
    opened = open_and_examine(book, day, password_file)
    return Today(opened.examined, stationery_for(opened, book, templates))


def _write(folder: Path, release: Release, occasion: Occasion, now: Today | None) -> str:
    """Write the ledger and the sheet; the sheet's name, empty where there is nothing to put on it."""
    if not release.released:
        return ""
    sheet = release_sheet(folder, release, _template(), occasion, now)
    if occasion.is_done:
        write_release(folder, release.ledger, release.released, [sheet])
    else:
        write_beside(folder, [sheet])
    return sheet.path


def _template() -> Path:
    return shipped_folder("letter_templates") / TEMPLATE


def _take_back(
    folder: Path, name: str, reason: str, occasion: Occasion, now: Today | None, *, as_json: bool
) -> int:
    """Take a released letter back to a draft; the sheet that says why stands beside the others."""
    ledger, day = ledger_of(folder), occasion.day.isoformat()
    by = who_releases(folder, occasion.by, day, now).code
    entry = released_letter(ledger, name)
    sheet = sheet_name(folder, occasion)
    undone = TakenBack(
        entry.path, entry.reference, entry.kind, entry.ref, entry.released_on, entry.by, day, by, sheet
    )
    file = taken_back_sheet(undone, reason.strip(), _template(), occasion, now)
    take_back(folder, ledger, entry, undone, file)
    if as_json:
        say_json({"taken_back": _row(entry), "sheet": sheet})
        return 0
    say(f"{entry.path} is a draft again. {IF_POSTED}")
    say(f"{sheet} says who took it back and why. Next: build makes the letter anew.")
    return 0


def _as_json(release: Release, sheet: str, *, is_done: bool) -> dict[str, Any]:
    return {
        "released" if is_done else "would_release": [_row(entry) for entry in release.released],
        "stays_a_draft": [{**_row(one.entry), "why": one.why} for one in release.stays],
        "sheet": sheet or None,
    }


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "ref": entry.ref,
        "recipient": entry.recipient,
        "path": entry.path,
        "reference": entry.reference,
    }


def _sum_up(release: Release, sheet: str, shown: Shown, *, is_done: bool) -> None:
    _list("Released" if is_done else "To be looked over", release.released, shown)
    _list_of_stays(release.stays, shown)
    count = len(release.released)
    if not count and not release.stays:
        say("There is no draft left to release.")
        return
    done = f"{count} released" if is_done else f"{count} to be looked over, none released"
    say(f"{done}, {len(release.stays)} still drafts.")
    if sheet:
        say(f"Next: print {sheet}, and have a second person check the letters against it.")


def _list(heading: str, entries: Sequence[Entry], shown: Shown) -> None:
    if entries:
        say(heading, bold=True)
        rows = ((entry.kind, shown(entry.ref), entry.recipient, entry.path) for entry in entries)
        table(("kind", "pupil", "row", "file"), rows)
        say()


def _list_of_stays(stays: Sequence[NotReleased], shown: Shown) -> None:
    if stays:
        say("Still drafts", bold=True)
        rows = ((s.entry.kind, shown(s.entry.ref), s.entry.recipient, s.why) for s in stays)
        table(("kind", "pupil", "row", "why"), rows)
        say()
