"""Does every row of Explanations answer a question, and does it still?"""

from collections.abc import Iterator
from difflib import get_close_matches

from mentor_xl.answers import folded_key, row_keys
from mentor_xl.casebook import SHEETS
from mentor_xl.catalogue import MEANINGS
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import columns_of


@check("explained-check-unknown", Severity.QUERY)
def explained_check_unknown(seen: Inspection) -> Iterator[Finding]:
    """Does every explanation name a check that there is?

    Why: Under a mistyped name nothing is answered, and the question comes again.
    Do: Copy the check's name from the Problems sheet.
    Fires: Explanations also: Check=upn-mising, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
    Silent: Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
    """
    from mentor_xl.checks import CHECKS  # noqa: PLC0415 - whole only once every module is read

    known = [*CHECKS, *MEANINGS]
    for row in seen.casebook.explanations:
        typed = (row.check or "").strip().casefold()
        if typed and typed not in known:
            near = get_close_matches(typed, known, n=1, cutoff=0.75)
            hint = f" Did you mean {near[0]}?" if near else ""
            yield Finding(row, "check", f"There is no check of this name.{hint}")


@check("explained-error", Severity.QUERY)
def explained_error(seen: Inspection) -> Iterator[Finding]:
    """Does every explanation answer a query, and not an error or a note?

    Why: An error cannot be answered away: what hangs on the cell waits until it is right.
    Do: Correct the cell, and delete this row.
    Fires: Explanations also: Check=unknown-pupil, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
    Silent: Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
    """
    from mentor_xl.checks import meaning_of  # noqa: PLC0415 - as above

    for row in seen.casebook.explanations:
        meaning = meaning_of((row.check or "").strip().casefold())
        if meaning is not None and meaning.severity is Severity.ERROR:
            yield Finding(row, "check", "This check finds errors, and an error cannot be answered.")


@check("explained-row-unknown", Severity.QUERY)
def explained_row_unknown(seen: Inspection) -> Iterator[Finding]:
    """Does every explanation name a row that there is?

    Why: An answer to a row that is not there silences nothing.
    Do: Type the record's ID; or, where the sheet has none, the Pupil ID and the date.
    Fires: Explanations also: Check=upn-missing, Sheet=Pupils, Row key=999999, Explanation=Asked, By=DWH
    Silent: Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
    """
    names = {record.sheet_name.casefold(): name for name, record in SHEETS.items() if name != "settings"}
    keys: dict[str, frozenset[str]] = {}
    for row in seen.casebook.explanations:
        name = names.get((row.sheet or "").strip().casefold())
        if name is None or not row.row_key:
            continue
        if name not in keys:
            keys[name] = frozenset(key for record in getattr(seen.casebook, name) for key in row_keys(record))
        if folded_key(row.row_key) not in keys[name]:
            yield Finding(row, "row_key", f"{row.sheet} has no row of this key.")


@check("explained-heading-unknown", Severity.QUERY)
def explained_heading_unknown(seen: Inspection) -> Iterator[Finding]:
    """Does every explanation that names a heading name one that there is?

    Why: An answer about a column that is not there silences nothing.
    Do: Type the heading as the Problems sheet shows it; or leave it blank.
    Fires:
        Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Heading=UPM, Explanation=Asked
        Explanations: By=DWH
    Silent:
        Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Heading=UPN, Explanation=Asked
        Explanations: By=DWH
    """
    records = {record.sheet_name.casefold(): record for record in SHEETS.values()}
    for row in seen.casebook.explanations:
        record = records.get((row.sheet or "").strip().casefold())
        if record is None or not row.heading:
            continue
        layout = seen.casebook.layouts.get(record.sheet_name)
        typed = (heading for _, heading in layout.columns.values()) if layout else ()
        known = {column.heading for column in columns_of(record)}.union(typed, layout.own if layout else ())
        if folded(row.heading) not in set(map(folded, known)):
            yield Finding(row, "heading", "This sheet has no column of this heading.")


@check("explanation-run-out", Severity.NOTE)
def explanation_run_out(seen: Inspection) -> Iterator[Finding]:
    """Is every explanation still in force?

    Why: After Until the question is asked again.
    Do: Answer the question again with a later day, or delete this row.
    Fires:
        Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
        Explanations: Until=2026-11-20
    Silent:
        Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
        Explanations: Until=2026-11-23
    """
    for row in seen.casebook.explanations:
        if row.until is not None and row.until < seen.today:
            yield Finding(row, "until", f"The answer held until {short(row.until)}.")
