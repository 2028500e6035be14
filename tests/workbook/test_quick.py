"""A row that is read quickly gives the very record that a close look at it gives."""

import copy
import datetime as dt

from mentor_xl.casebook import SHEETS
from mentor_xl.workbook.files import FileGrid
from mentor_xl.workbook.reading import read_casebook
from mentor_xl.workbook.sample import make_sample

SAMPLE = make_sample(pupils=40, seed=3, today=dt.date(2026, 11, 23))
RECORDS = [
    record
    for name in SHEETS
    if name != "settings"
    for record in getattr(read_casebook(FileGrid("sample.xlsx", SAMPLE)).casebook, name)
]


def test_what_was_read_quickly_is_what_validating_gives() -> None:
    assert len(RECORDS) > 500
    for record in RECORDS:
        validated = type(record).model_validate(record.__dict__)
        assert validated == record
        assert list(validated.__dict__) == list(record.__dict__)
        assert repr(validated) == repr(record)


def test_a_record_that_was_read_can_be_copied_and_changed_in_the_copy() -> None:
    for record in {type(record): record for record in RECORDS}.values():
        changed = record.model_copy(update={"row_number": 999})
        assert (changed.row_number, copy.copy(record)) == (999, record)
        assert record.row_number != 999
