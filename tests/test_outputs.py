"""Files are written whole or not at all, and nothing that a person made or changed is lost."""

import errno
import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentor_xl import outputs
from mentor_xl.errors import MentorError, NotWritten
from mentor_xl.outputs import MANIFEST, OutputFile, made_before, safe_name, sha256_of, write_outputs

Row = dict[str, Any]


def row(path: str, data: bytes, kind: str = "consent") -> Row:
    return {"kind": kind, "ref": "004511", "path": path, "sha256": sha256_of(data)}


def run(folder: Path, files: Mapping[str, bytes], *, covers: bool = True) -> tuple[str, ...]:
    """One run that makes these files: letters in pupils' folders stand in the manifest, others do not."""
    made = [row(path, data) for path, data in files.items() if path.endswith(".docx")]
    written = [OutputFile(path, data) for path, data in files.items()]
    before = [one["path"] for one in made_before(folder)] if covers else []
    return write_outputs(folder, written, {"made": made}, before)


def standing(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    files = (place for place in folder.rglob("*") if place.is_file())
    found = {place.relative_to(folder).as_posix(): place.read_bytes() for place in files}
    found.pop(MANIFEST, None)
    return found


def everything(folder: Path) -> dict[str, bytes]:
    """Every file and every folder of a folder."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes() if place.is_file() else b"(a folder)"
        for place in folder.rglob("*")
    }


# -- names -------------------------------------------------------------------------------------------

TEXTS = st.one_of(st.text(), st.text(st.sampled_from("aAbB.-_ /\\:1é\u0301ß"), max_size=5))


@pytest.mark.parametrize("text", ["004511", "P001", "A-12", "2026_014", "B801200005001", "1.2", "C" * 60])
def test_an_id_of_capitals_and_figures_is_its_own_name(text: str) -> None:
    assert safe_name(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", ".", "..", "...", "a", "p001", "_P001", ".P001", "P001.", "P001 ", " P001", "A/B", "A\\B",
        "../etc/passwd", "C:", "A:B", "A*", "A?", "A|B", "A<B", 'A"B', "A\x00B", "A\nB", "CON", "PRN", "AUX",
        "NUL", "COM1", "LPT9", "NUL.TXT", "CON.", "COM0", "É", "\ud800", "🙂", "A" * 61, "A" * 300, "é" * 300,
        "٣",
    ],
)  # fmt: skip
def test_any_other_text_becomes_a_name_that_every_system_takes(text: str) -> None:
    name = safe_name(text)
    assert name != text
    assert re.fullmatch(r"_[A-Za-z0-9_-]{0,40}-[0-9a-f]{12}", name)


@given(TEXTS)
@example("")
@example("con")
@example("COM1.docx")
@example("A.")
def test_a_name_is_safe(text: str) -> None:
    name = safe_name(text)
    assert re.fullmatch(r"[A-Za-z0-9._-]{1,60}", name)
    assert name[0] != "."
    assert name[-1] != "."
    stem = name.split(".")[0].upper()
    assert stem not in {"CON", "PRN", "AUX", "NUL"}
    assert not re.fullmatch(r"(COM|LPT)\d", stem)


@given(TEXTS, TEXTS)
@example("p001", "P001")
@example("A/B", "A_B")
@example("A" * 61, "A" * 62)
@example("é", "e\u0301")
@example("_P-000000000000", "P")
@example("", "_-e3b0c44298fc")
def test_two_texts_have_two_names_where_capitals_do_not_count_too(one: str, other: str) -> None:
    assert (safe_name(one).casefold() == safe_name(other).casefold()) is (one == other)


@given(TEXTS)
def test_a_name_is_the_same_every_time(text: str) -> None:
    assert safe_name(text) == safe_name("".join(list(text)))


# -- writing -----------------------------------------------------------------------------------------


def test_files_and_the_manifest_are_written_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "letters" / "out"
    files = [OutputFile("004511/consent-1a2b3c.docx", b"\r\n\x00"), OutputFile("results.xlsx", b"")]
    assert write_outputs(folder, files, {"made": [], "why": "é ’"}) == ()
    assert standing(folder) == {"004511/consent-1a2b3c.docx": b"\r\n\x00", "results.xlsx": b""}
    assert (folder / MANIFEST).read_bytes() == '{\n  "made": [],\n  "why": "é ’"\n}\n'.encode()


def test_the_same_run_leaves_the_same_bytes_and_nothing_else(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one", "results.xlsx": b"1"})
    before = everything(tmp_path)
    assert run(tmp_path, {"004511/consent.docx": b"one", "results.xlsx": b"1"}) == ()
    assert everything(tmp_path) == before


def test_a_run_without_files_leaves_the_manifest(tmp_path: Path) -> None:
    run(tmp_path, {})
    assert [place.name for place in tmp_path.iterdir()] == [MANIFEST]


@pytest.mark.parametrize("path", ["../outside.docx", "/outside.docx", "004511/../../outside.docx"])
def test_no_file_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "out"
    with pytest.raises(ValueError, match="outside"):
        write_outputs(folder, [OutputFile(path, b"x")], {})
    assert everything(folder) == {}
    assert list(tmp_path.iterdir()) == [folder]


# -- what an earlier run made ------------------------------------------------------------------------


def test_what_is_no_longer_made_is_taken_away_with_its_folder(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one", "004512/consent.docx": b"two"})
    run(tmp_path, {"004511/consent.docx": b"one"})
    assert everything(tmp_path).keys() == {"004511", "004511/consent.docx", MANIFEST}


def test_what_this_run_does_not_cover_stays(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one", "004512/consent.docx": b"two"})
    run(tmp_path, {"004511/consent.docx": b"1"}, covers=False)
    assert standing(tmp_path) == {"004511/consent.docx": b"1", "004512/consent.docx": b"two"}


def test_a_letter_changed_by_hand_is_not_taken_away(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one"})
    (tmp_path / "004511/consent.docx").write_bytes(b"by hand")
    run(tmp_path, {})
    assert standing(tmp_path) == {"004511/consent.docx": b"by hand"}


def test_a_folder_with_a_persons_own_file_stays(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one"})
    (tmp_path / "004511/notes.txt").write_bytes(b"mine")
    run(tmp_path, {})
    assert standing(tmp_path) == {"004511/notes.txt": b"mine"}


def test_a_letter_changed_by_hand_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one", "004512/consent.docx": b"two"})
    (tmp_path / "004511/consent.docx").write_bytes(b"by hand")
    kept = f"004511/consent-kept-{sha256_of(b'by hand')[:6]}.docx"
    assert run(tmp_path, {"004511/consent.docx": b"new", "004512/consent.docx": b"2"}) == (
        "004511/consent.docx",
    )
    assert standing(tmp_path) == {
        "004511/consent.docx": b"new",
        kept: b"by hand",
        "004512/consent.docx": b"2",
    }
    run(tmp_path, {"004511/consent.docx": b"newer"})
    assert standing(tmp_path) == {"004511/consent.docx": b"newer", kept: b"by hand"}


def test_a_letter_changed_by_hand_outlives_a_run_that_was_not_about_it(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one"})
    (tmp_path / "004511/consent.docx").write_bytes(b"by hand")
    run(tmp_path, {"004512/consent.docx": b"two"})
    run(tmp_path, {"004511/consent.docx": b"new"})
    assert sorted(standing(tmp_path).values()) == [b"by hand", b"new"]


def test_a_letter_changed_by_hand_into_what_it_would_be_now_is_just_that(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"one"})
    (tmp_path / "004511/consent.docx").write_bytes(b"new")
    assert run(tmp_path, {"004511/consent.docx": b"new"}) == ()
    assert standing(tmp_path) == {"004511/consent.docx": b"new"}


def test_our_lists_are_written_over(tmp_path: Path) -> None:
    run(tmp_path, {"results.xlsx": b"one"})
    (tmp_path / "results.xlsx").write_bytes(b"opened and saved")
    assert run(tmp_path, {"results.xlsx": b"two"}) == ()
    assert standing(tmp_path) == {"results.xlsx": b"two"}


def test_the_pdf_of_a_letter_goes_when_the_letter_goes_or_changes(tmp_path: Path) -> None:
    letters = {"004511/consent.docx": b"1", "004512/consent.docx": b"2", "004513/consent.docx": b"3"}
    run(tmp_path, letters)
    for letter in letters:
        (tmp_path / letter).with_suffix(".pdf").write_bytes(b"pdf")
    run(tmp_path, {"004512/consent.docx": b"other", "004513/consent.docx": b"3"})
    assert standing(tmp_path).keys() == {
        "004512/consent.docx",
        "004513/consent.docx",
        "004513/consent.pdf",
    }
    assert not (tmp_path / "004511").exists()


def test_the_pdf_of_a_letter_changed_by_hand_is_kept_beside_it(tmp_path: Path) -> None:
    run(tmp_path, {"004511/consent.docx": b"1"})
    (tmp_path / "004511/consent.docx").write_bytes(b"by hand")
    (tmp_path / "004511/consent.pdf").write_bytes(b"pdf")
    run(tmp_path, {"004511/consent.docx": b"2"})
    kept = f"004511/consent-kept-{sha256_of(b'by hand')[:6]}"
    assert standing(tmp_path) == {
        "004511/consent.docx": b"2",
        f"{kept}.docx": b"by hand",
        f"{kept}.pdf": b"pdf",
    }


# -- manifests that somebody made up -----------------------------------------------------------------


def test_rows_are_given_back_while_their_files_are_as_they_were_made(tmp_path: Path) -> None:
    run(
        tmp_path,
        {"004511/consent.docx": b"one", "004512/consent.docx": b"two", "004513/consent.docx": b"three"},
    )
    (tmp_path / "004512/consent.docx").write_bytes(b"by hand")
    (tmp_path / "004513/consent.docx").unlink()
    assert made_before(tmp_path) == [row("004511/consent.docx", b"one")]


def test_a_folder_without_a_manifest_has_nothing_of_ours(tmp_path: Path) -> None:
    assert made_before(tmp_path) == []
    assert made_before(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    "text",
    [
        b"", b"{", b"[]", b"7", b"null", b"{}", b'{"made": 7}', b'{"made": null}', b'{"made": {"a": 1}}',
        b'{"made": "abc"}', b"\xff\xfe", b"[" * 100_000, b'{"made": [null, 7, "x", [], {}, {"path": 7}]}',
    ],
)  # fmt: skip
def test_a_manifest_that_is_none_is_no_fault(tmp_path: Path, text: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(text)
    assert made_before(tmp_path) == []
    assert run(tmp_path, {"004511/consent.docx": b"one"}) == ()


HOSTILE = [
    "../victim.docx", "004511/../../victim.docx", "004511/..", "..", ".", "", "/", "//", "victim.docx",
    "004511", "004511/link.docx", "way-out/victim.docx", "\0/x.docx", "a" * 5000 + "/x.docx",
    "C:\\victim.docx", "..\\victim.docx", "manifest.json", "caseload.xlsx", "004511/caseload.xlsx",
]  # fmt: skip


@pytest.mark.parametrize("path", [*HOSTILE, "(absolute)"])
def test_no_manifest_makes_us_delete_what_is_not_a_letter_of_ours(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "out"
    (folder / "004511").mkdir(parents=True)
    data = b"not yours"
    inside = ("victim.docx", "caseload.xlsx", "004511/caseload.xlsx")
    victims = (tmp_path / "victim.docx", *(folder / name for name in inside))
    for victim in victims:
        victim.write_bytes(data)
    (folder / "004511/link.docx").symlink_to(tmp_path / "victim.docx")
    (folder / "way-out").symlink_to(tmp_path, target_is_directory=True)
    hostile = str(tmp_path / "victim.docx") if path == "(absolute)" else path
    rows = [row(hostile, data), row("004511/good.docx", b"good")]
    (folder / MANIFEST).write_text(json.dumps({"made": rows}), encoding="utf-8")
    (folder / "004511/good.docx").write_bytes(b"good")
    assert [one["path"] for one in made_before(folder)] == ["004511/good.docx"]
    write_outputs(folder, [], {"made": []}, [hostile, *(one["path"] for one in made_before(folder))])
    outside = tmp_path / "victim.docx"
    assert outside.read_bytes() == data
    assert (folder / "way-out").is_symlink()
    assert not (folder / "004511/good.docx").exists()


@pytest.mark.parametrize("lost", ["kind", "ref", "path", "sha256"])
@pytest.mark.parametrize("value", [None, 7, [], "(left out)"])
def test_a_row_that_lacks_something_is_not_ours_and_the_others_are(
    tmp_path: Path, lost: str, value: object
) -> None:
    run(tmp_path, {"004511/consent.docx": b"one", "004512/consent.docx": b"two"})
    manifest = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    if value == "(left out)":
        del manifest["made"][0][lost]
    else:
        manifest["made"][0][lost] = value
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert [one["path"] for one in made_before(tmp_path)] == ["004512/consent.docx"]


# -- faults in the middle ----------------------------------------------------------------------------

BEFORE = {
    "004511/consent.docx": b"one",
    "004511/review.docx": b"same",
    "004512/consent.docx": b"stale",
    "results.xlsx": b"list",
}
AFTER = {
    "004511/consent.docx": b"new",
    "004511/review.docx": b"same",
    "004513/consent.docx": b"added",
    "results.xlsx": b"new list",
}


@pytest.fixture
def half_done(tmp_path: Path) -> Path:
    """A folder with letters, one of them changed by hand, and a PDF."""
    folder = tmp_path / "out"
    run(folder, BEFORE)
    (folder / "004511/review.docx").write_bytes(b"by hand")
    (folder / "004511/consent.pdf").write_bytes(b"pdf")
    return folder


def _replacements(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many files the run moves when nothing goes wrong."""
    calls = []
    real = os.replace
    with monkeypatch.context() as patch:
        patch.setattr(outputs.os, "replace", lambda *paths: (calls.append(paths), real(*paths)))
        run(folder, AFTER)
    return len(calls)


@pytest.mark.parametrize("fault", [PermissionError(13, "locked"), KeyboardInterrupt()])
def test_a_fault_at_any_move_leaves_the_folder_as_it_was(
    half_done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    other = tmp_path / "other"
    run(other, BEFORE)
    (other / "004511/review.docx").write_bytes(b"by hand")
    (other / "004511/consent.pdf").write_bytes(b"pdf")
    moves = _replacements(other, monkeypatch)
    before, real = everything(half_done), os.replace
    assert moves > len(AFTER)
    for failing in range(moves):
        left = iter(range(moves))

        def replace(source: Path, place: Path, left: Any = left, failing: int = failing) -> None:
            if next(left, None) == failing:
                raise fault
            real(source, place)

        with monkeypatch.context() as patch:
            patch.setattr(outputs.os, "replace", replace)
            with pytest.raises(KeyboardInterrupt if isinstance(fault, KeyboardInterrupt) else MentorError):
                run(half_done, AFTER)
        assert everything(half_done) == before, failing
    run(half_done, AFTER)
    assert everything(half_done) == everything(other)


def test_a_fault_while_bytes_are_written_leaves_the_folder_as_it_was(
    half_done: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = everything(half_done), Path.write_bytes

    def write_bytes(place: Path, data: bytes) -> int:
        if place.name == "results.xlsx":
            raise OSError(28, "No space left on device", str(place))
        return real(place, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", write_bytes)
        with pytest.raises(MentorError, match="The disk is full"):
            run(half_done, AFTER)
    assert everything(half_done) == before


@pytest.mark.parametrize(
    ("fault", "place", "words"),
    [
        (errno.ENOSPC, "results.xlsx", "The disk is full"),
        (errno.EDQUOT, "results.xlsx", "The disk is full"),
        (errno.EFBIG, "results.xlsx", "The disk is full"),
        (errno.EROFS, "results.xlsx", "You may not write in this folder"),
        (errno.EACCES, "new-folder", "You may not write in this folder"),
        (errno.EPERM, "new-folder", "You may not write in this folder"),
        (errno.EACCES, "results.xlsx", "results.xlsx could not be written. If it is open in Word or Excel"),
        (errno.EBUSY, "results.xlsx", "results.xlsx could not be written. If it is open in Word or Excel"),
    ],
)
def test_a_person_is_told_what_stands_in_the_way_of_writing(
    half_done: Path, monkeypatch: pytest.MonkeyPatch, fault: int, place: str, words: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(fault, "fault", str(half_done / place))

    before = everything(half_done)
    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(NotWritten, match=re.escape(words)):
        run(half_done, AFTER)
    with pytest.raises(NotWritten, match=re.escape(words)):
        outputs.write_beside(half_done, [OutputFile("results.xlsx", b"1")])
    assert everything(half_done) == before


@pytest.mark.parametrize("name", ["004511", "004513", ".being-made"])
@pytest.mark.parametrize("aim", ["elsewhere", "out/004512"])
def test_no_letter_is_written_through_a_link(half_done: Path, name: str, aim: str) -> None:
    place, aimed_at = half_done / name, half_done.parent / aim
    aimed_at.mkdir(exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    place.symlink_to(aimed_at, target_is_directory=True)
    before, there = everything(half_done), everything(aimed_at)
    with pytest.raises(MentorError, match=f"{re.escape(name)} in the output folder is a link"):
        run(half_done, AFTER)
    assert (everything(half_done), everything(aimed_at)) == (before, there)


def test_an_output_folder_that_is_itself_a_link_is_what_its_owner_wants(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real", target_is_directory=True)
    run(tmp_path / "out", AFTER)
    assert standing(tmp_path / "real") == AFTER


@pytest.mark.parametrize(
    ("path", "are_ours"),
    [
        ("004511/consent-1a2b3c.docx", True),
        ("_p001-0123456789ab/review-outcome-1a2b3c-2.docx", True),
        ("caseload/caseload-report-1a2b3c.docx", True),
        ("Letters/consent-1a2b3c.docx", False),
        ("004511/Minutes 12.docx", False),
        ("004511/consent-1a2b3c.pdf", False),
        ("consent-1a2b3c.docx", False),
    ],
)
def test_letters_that_no_list_names_are_seen(tmp_path: Path, path: str, *, are_ours: bool) -> None:
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_bytes(b"a letter")
    assert outputs.has_letters_of_nobody(tmp_path) is are_ours
    (tmp_path / ".being-made").mkdir()
    assert not outputs.has_letters_of_nobody(tmp_path), "a run that was cut off is not somebody's hand"


def test_a_run_that_was_cut_off_is_put_back_before_the_next(
    half_done: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the power went: nothing of ours runs after the move that failed."""
    before, real, left = standing(half_done), os.replace, iter(range(99))

    def replace(source: Path, place: Path) -> None:
        if next(left) >= 4:
            raise OSError("the power went")
        real(source, place)

    with monkeypatch.context() as patch:
        patch.setattr(outputs.os, "replace", replace)
        with pytest.raises(MentorError):
            run(half_done, AFTER)
    assert standing(half_done) != before
    run(half_done, {"004514/consent.docx": b"another"}, covers=False)
    assert standing(half_done) == {**before, "004514/consent.docx": b"another"}


@pytest.mark.parametrize("path", ["004511/consent.docx", "004513/consent.docx", "results.xlsx", MANIFEST])
def test_a_folder_in_a_files_place_stops_the_run_and_stays(half_done: Path, path: str) -> None:
    (half_done / path).unlink(missing_ok=True)
    (half_done / path).mkdir(parents=True)
    (half_done / path / "mine.txt").write_bytes(b"mine")
    before = everything(half_done)
    with pytest.raises(MentorError, match=f"{Path(path).name} could not be written. If it is open in Word"):
        run(half_done, AFTER)
    assert everything(half_done) == before


def test_a_file_in_a_folders_place_stops_the_run_and_stays(half_done: Path) -> None:
    (half_done / "004513").write_bytes(b"mine")
    before = everything(half_done)
    with pytest.raises(MentorError):
        run(half_done, AFTER)
    assert everything(half_done) == before


def test_a_file_where_the_folder_should_be_is_said_and_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(MentorError, match="out could not be written"):
        run(tmp_path / "out", AFTER)
    assert (tmp_path / "out").read_bytes() == b"mine"
