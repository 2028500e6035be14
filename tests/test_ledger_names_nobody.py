"""Can anybody find a name again in a ledger by trying names?"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook

from mentor_xl import digests
from mentor_xl.cli import run
from mentor_xl.digests import address_digest, made_from, what_changed
from mentor_xl.shipped import shipped_folder

EXAMPLE = shipped_folder("workbook_templates") / "example_caseload.xlsx"


def _names() -> set[str]:
    """Every name in the example, alone and as a letter may print it."""
    book = load_workbook(EXAMPLE, read_only=True)
    names: set[str] = set()
    for sheet, columns in (("Pupils", 8), ("Contacts", 5), ("Staff", 4)):
        for row in book[sheet].iter_rows(min_row=2, max_col=columns, values_only=True):
            texts = [cell for cell in row if isinstance(cell, str) and cell[:1].isalpha()]
            names |= {*texts, " ".join(texts[-2:]), " ".join(reversed(texts[-2:]))}
    return names


def _guesses(row: dict[str, Any], fields: set[str], names: set[str]) -> Iterator[str]:
    """What a person with the ledger, this program and a list of names would try."""
    kind, ref = row["kind"], row["ref"] or ""
    for name, field in product(names, fields):
        document = SimpleNamespace(
            kind=kind, ref=ref, identity=name, context=SimpleNamespace(it=name),
            recipient=SimpleNamespace(address_lines=(name,), row=row["recipient"]),
        )  # fmt: skip
        for value in (name, repr(name)):
            for parts in ((kind, ref, field, value), (kind, ref, value), (field, value), (value,)):
                yield hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
            yield digests._digest(document, field, value)  # type: ignore[arg-type]
        yield address_digest(document)  # type: ignore[arg-type]


def test_no_digest_of_the_ledger_is_that_of_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "_ROUNDS", 1)  # so that many guesses can be tried: the keys alone must hold
    digests._key.cache_clear()
    run(["build", str(EXAMPLE), "-o", str(tmp_path), "--today", "2026-11-23"])
    asked = ["--letters", "time-out-card,passport,caseload-report,evaluation-report"]
    run(["build", str(EXAMPLE), "-o", str(tmp_path), "--today", "2026-11-23", *asked])
    text = (tmp_path / "ledger.json").read_text(encoding="utf-8")
    names = _names()
    assert not [name for name in names if f'"{name}' in text or f'{name}"' in text]
    firsts = {(row["kind"], row["ref"]): row for row in json.loads(text)["drafts"]}
    for row in list(firsts.values())[::4]:
        told = {row["address_sha256"], row["row_sha256"], *row["made_from"].values()}
        fields = {
            field for field in row["made_from"] if "name" in field or "known" in field or "the " in field
        }
        assert told.isdisjoint(_guesses(row, fields, names)), row["kind"]
    digests._key.cache_clear()


def _letter(**other: object) -> Any:
    told = {"kind": "time-out-card", "ref": "004101", "identity": "Marsh|Ada|2013-03-14", **other}
    context = SimpleNamespace(pupil=SimpleNamespace(known_as="Ada"), school=SimpleNamespace(name="Hill"))
    return SimpleNamespace(context=context, **told)


FIELDS = ("pupil.known_as", "school.name")


def test_the_same_letter_has_the_same_digests_and_two_pupils_of_one_name_have_not() -> None:
    assert made_from(_letter(), FIELDS) == made_from(_letter(), FIELDS)
    other = made_from(_letter(ref="004102", identity="Fern|Ada|2013-05-02"), FIELDS)
    born_later = made_from(_letter(identity=f"Marsh|Ada|{dt.date(2013, 3, 15)}"), FIELDS)
    for told in (other, born_later):
        assert set(told.values()).isdisjoint(made_from(_letter(), FIELDS).values())
        assert what_changed(told, made_from(_letter(), FIELDS)) == ("who the pupil is",)


def test_what_is_about_no_one_pupil_is_one_digest() -> None:
    assert list(made_from(_letter(ref=None, identity=""), FIELDS)) == ["the report"]


def test_digests_of_an_earlier_version_leave_the_ledger_when_it_is_written(tmp_path: Path) -> None:
    run(["build", str(EXAMPLE), "-o", str(tmp_path), "--today", "2026-11-23", "--letters", "consent"])
    place = tmp_path / "ledger.json"
    ledger = json.loads(place.read_text(encoding="utf-8"))
    for row in ledger["drafts"]:
        row["made_from"] = {"pupil.known_as": "0123456789abcdef"}
    place.write_text(json.dumps(ledger), encoding="utf-8")
    run(["release", str(tmp_path), "--by", "KSA", "--today", "2026-11-23"])
    assert "0123456789abcdef" not in place.read_text(encoding="utf-8")
