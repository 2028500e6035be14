"""Do the commands for letter templates tell what is wrong, where, and what to do, and write only copies?"""

import json
from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, answered, files_in, in_a_process
from cli.small_school import NAMES, NOTES
from docx import Document
from template_check.sketches import drawn

from mentor_xl.cli import run
from mentor_xl.documents import kinds
from mentor_xl.template_check import fields_of_kind

Say = pytest.CaptureFixture[str]
LETTERS = Path(__file__).parents[2] / "letter_templates"

MISSPELT = "Dear {{ pupil.knwon_as }}"
SOUND = "[Heading 1] Help in school ¶ Dear {{ pupil.known_as }}, thank you."
QUERY = "[picture] Dear {{ pupil.known_as }}"
SPLIT = "[pieces] Dear {{ pup~il.known_as }}"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of a school's own templates, in the folder where the commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mentor_xl.cli.templates.installed_fonts", lambda: frozenset({"arial"}))
    folder = tmp_path / "letter_templates"
    folder.mkdir()
    return folder


def put(folder: Path, sketch: str, name: str = "consent.docx") -> Path:
    path = folder / name
    path.write_bytes(drawn(sketch))
    return path


# -- check: exit codes and what is said -------------------------------------------------------------------


def test_a_sound_template_gives_0(own: Path, capsys: Say) -> None:
    assert run(["templates", "check", str(put(own, SOUND))]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing stands in the way."


@pytest.mark.parametrize("sketch", [MISSPELT, QUERY, "{% if reply_by %}Answer.", "{{ pupil.upn }}"])
def test_an_error_or_a_query_gives_1(own: Path, sketch: str) -> None:
    assert run(["templates", "check", str(put(own, sketch))]) == 1


def test_notes_alone_give_0(own: Path, capsys: Say) -> None:
    assert run(["templates", "check", str(put(own, SPLIT))]) == 0
    assert "kept in several pieces. It is understood" in " ".join(capsys.readouterr().out.split())


def test_a_fault_is_told_with_its_place_its_text_and_what_to_do(own: Path, capsys: Say) -> None:
    run(["templates", "check", str(put(own, MISSPELT))])
    said = capsys.readouterr().out
    assert "consent.docx, to: parent" in said
    assert "body, paragraph 1" in said
    told = " ".join(said.split())
    assert "“Dear {{ pupil.knwon_as }}” pupil has no field “knwon_as”. Did you mean “pupil.known_as”?" in told
    assert said.splitlines()[-1].startswith("Next: ")


def test_a_file_that_is_no_word_document_gives_3_and_the_others_are_looked_over(
    own: Path, capsys: Say
) -> None:
    (own / "exit.docx").write_bytes(b"PK not Word")
    put(own, MISSPELT)
    assert run(["templates", "check", "letter_templates/exit.docx", "letter_templates/consent.docx"]) == 3
    said = capsys.readouterr().out
    assert "not a Word document" in said
    assert "knwon_as" in said


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["check", "nowhere.docx"], "There is no file nowhere.docx"),
        (["check", "--annotate"], "-o DIR"),
        (["check", "--kind", "consent"], "--kind goes with FILE"),
        (["check", "--templates", "nowhere"], "There is no folder nowhere"),
        (["fields", "consnet"], "There is no kind of letter called consnet"),
        (["fields", "consent", "--to", "agency"], "consent is not written to agency"),
        (["copy", "consnet", "."], "There is no kind of letter called consnet"),
        (["chekc"], "No such command"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_gives_2_and_says_what_to_type(own: Path, words: list[str], hint: str, capsys: Say) -> None:
    assert run(["templates", *words]) == 2
    said = capsys.readouterr()
    assert hint in said.err
    assert said.out == ""
    assert files_in(own) == {}


# -- check: which templates --------------------------------------------------------------------------------


def test_without_a_file_all_in_use_are_looked_over_the_schools_own_first(own: Path, capsys: Say) -> None:
    put(own, MISSPELT)
    code, answer = answered(capsys, "templates", "check", "--json")
    files = {row["file"]: row for row in answer["templates"]}
    assert code == 1
    assert set(files) == {path.name for path in LETTERS.glob("*.docx")}
    assert [name for name, row in files.items() if not row["shipped"]] == ["consent.docx"]
    assert files["consent.docx"]["findings"][0]["code"] == "unknown-field"


def test_templates_elsewhere_are_named(own: Path, tmp_path: Path, capsys: Say) -> None:
    elsewhere = tmp_path / "ours"
    elsewhere.mkdir()
    put(elsewhere, MISSPELT)
    assert files_in(own) == {}
    code, answer = answered(capsys, "templates", "check", "--templates", elsewhere, "--json")
    assert code == 1
    assert answer["summary"]["error"] == 1


def test_a_file_of_any_name_can_be_checked_as_a_kind(own: Path, capsys: Say) -> None:
    path = put(own, MISSPELT, "new words.docx")
    _, answer = answered(capsys, "templates", "check", path, "--json")
    assert [one["code"] for one in answer["templates"][0]["findings"]] == ["never-used"]
    _, answer = answered(capsys, "templates", "check", path, "--kind", "consent", "--json")
    assert answer["templates"][0]["kind"] == "consent"
    assert "unknown-field" in {one["code"] for one in answer["templates"][0]["findings"]}


def test_json_has_every_place_and_nothing_else_is_said(own: Path, capsys: Say) -> None:
    code, answer = answered(capsys, "templates", "check", put(own, f"x ¶ {MISSPELT}"), "--json")
    (row,) = answer["templates"]
    (finding,) = (one for one in row["findings"] if one["severity"] == "error")
    assert code == 1
    assert finding == {
        "code": "unknown-field",
        "severity": "error",
        "file": "consent.docx",
        "part": "body",
        "paragraph": 2,
        "text": MISSPELT,
        "message": "pupil has no field “knwon_as”.",
        "fix": "Did you mean “pupil.known_as”?",
    }
    assert answer["written"] == []


# -- check: copies ------------------------------------------------------------------------------------------


def test_an_annotated_copy_has_a_comment_and_the_template_stays_as_it_was(own: Path, tmp_path: Path) -> None:
    path = put(own, MISSPELT)
    before = files_in(own)
    assert run(["templates", "check", str(path), "--annotate", "-o", str(tmp_path / "out")]) == 1
    assert files_in(own) == before
    copy = Document(str(tmp_path / "out" / "consent-annotated.docx"))
    assert any("Did you mean “pupil.known_as”?" in comment.text for comment in copy.comments)


def test_a_mended_copy_has_its_tags_in_one_piece(own: Path, tmp_path: Path, capsys: Say) -> None:
    assert run(["templates", "check", str(put(own, SPLIT)), "--repair", "-o", str(tmp_path / "out")]) == 0
    copy = tmp_path / "out" / "consent-mended.docx"
    assert [run_.text for run_ in Document(str(copy)).paragraphs[0].runs] == ["Dear {{ pupil.known_as }}"]
    assert f"Made {copy}" in capsys.readouterr().out


def test_a_second_copy_takes_another_name(own: Path, tmp_path: Path) -> None:
    words = ["templates", "check", str(put(own, MISSPELT)), "--annotate", "-o", str(tmp_path / "out")]
    run(words)
    first = files_in(tmp_path / "out")
    run(words)
    again = files_in(tmp_path / "out")
    assert set(again) == {"consent-annotated.docx", "consent-annotated-2.docx"}
    assert again["consent-annotated.docx"] == first["consent-annotated.docx"]


def test_copies_are_made_of_the_schools_own_templates_only(own: Path, tmp_path: Path) -> None:
    put(own, MISSPELT)
    run(["templates", "check", "--annotate", "--repair", "-o", str(tmp_path / "out")])
    assert set(files_in(tmp_path / "out")) == {"consent-annotated.docx"}


def test_a_folder_that_cannot_be_written_gives_1_and_a_sentence(
    own: Path, tmp_path: Path, capsys: Say
) -> None:
    (tmp_path / "a_file").write_text("no folder", encoding="utf-8")
    out = str(tmp_path / "a_file" / "out")
    assert run(["templates", "check", str(put(own, MISSPELT)), "--annotate", "-o", out]) == 1
    said = capsys.readouterr().err
    assert "consent-annotated.docx could not be written" in said
    assert said.count("\n") == 1


# -- check: against a workbook ---------------------------------------------------------------------------


def test_fields_that_a_workbook_never_fills_are_notes(own: Path, book: Path, capsys: Say) -> None:
    path = put(own, "Dear {{ pupil.known_as }} ¶ {{ recipient.interpreter }}")
    assert run(["templates", "check", str(path), "--book", str(book), *ON_THE_DAY]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "recipient.interpreter is empty in every letter of this workbook" in said
    assert "pupil.known_as is empty" not in said


def test_the_templates_beside_the_workbook_are_the_schools_own(own: Path, book: Path, capsys: Say) -> None:
    beside = book.parent / "letter_templates"
    beside.mkdir()
    put(beside, MISSPELT)
    put(own, SOUND)
    code, answer = answered(capsys, "templates", "check", "--book", book, *ON_THE_DAY, "--json")
    assert code == 1
    assert answer["summary"]["error"] == 1


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_nothing_of_a_pupil_is_told(own: Path, book: Path, form: tuple[str, ...], capsys: Say) -> None:
    put(own, "Dear {{ pupil.full_name }} {{ recipient.name }} {{ recipient.interpreter }}")
    run(["templates", "check", "--book", str(book), *ON_THE_DAY, *form])
    said = capsys.readouterr()
    assert [word for word in (*NAMES, *NOTES) if word in said.out + said.err] == []


def test_a_workbook_that_cannot_be_read_gives_3(own: Path, tmp_path: Path, capsys: Say) -> None:
    put(own, SOUND)
    assert run(["templates", "check", "--book", str(tmp_path / "nowhere.xlsx")]) == 3
    assert "There is no such file" in capsys.readouterr().err


# -- list, fields, copy ------------------------------------------------------------------------------------


def test_every_template_is_listed_with_whose_it_is(own: Path, capsys: Say) -> None:
    put(own, SOUND)
    put(own, SOUND, "consnet.docx")
    assert run(["templates", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert next(line for line in lines if line.startswith("consent.docx")).split()[1] == "yours"
    assert "nobody" in next(line for line in lines if line.startswith("consnet.docx"))
    assert any(line.split()[:3] == ["exit.parent.docx", "Mentor", "XL"] for line in lines)


def test_the_list_for_other_programs_has_them_all(own: Path, capsys: Say) -> None:
    assert files_in(own) == {}
    code, answer = answered(capsys, "templates", "list", "--json")
    assert code == 0
    assert {row["file"] for row in answer["templates"]} == {path.name for path in LETTERS.glob("*.docx")}
    assert all(row["kind"] in kinds() and row["audiences"] and row["shipped"] for row in answer["templates"])


def test_the_fields_of_a_kind_are_listed_with_an_example(capsys: Say) -> None:
    assert run(["templates", "fields", "consent"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Consent to mentoring, to: parent" in told
    assert "school.name The school's name. (Thornfield High School)" in told
    assert "signers[]" in told
    assert "pupil.upn" not in told


def test_editions_with_other_fields_are_listed_apart(capsys: Say) -> None:
    run(["templates", "fields", "progress-report"])
    whole = capsys.readouterr().out
    assert "Progress report, to: parent\n" in whole
    assert "Progress report, to: leader\n" in whole
    run(["templates", "fields", "progress-report", "--to", "parent"])
    assert "to: leader" not in capsys.readouterr().out


def test_the_fields_for_other_programs_are_the_same(capsys: Say) -> None:
    code, answer = answered(capsys, "templates", "fields", "review-outcome", "--json")
    (edition,) = (one for one in answer["editions"] if one["audience"] == "parent")
    kind = kinds()["review-outcome"]
    assert code == 0
    assert [row["field"] for row in edition["fields"]] == [
        field.path for field in fields_of_kind(kind, kind.audiences[0])
    ]
    assert {row["field"]: row["may_be_blank"] for row in edition["fields"]}["targets[].score"] is True


def test_a_kind_is_copied_with_all_its_editions_byte_for_byte(tmp_path: Path, capsys: Say) -> None:
    folder = tmp_path / "school" / "letter_templates"
    assert run(["templates", "copy", "review-invitation", str(folder)]) == 0
    copied = files_in(folder)
    assert "review-invitation.pupil.docx" in copied
    assert {name: digest for name, digest in files_in(LETTERS).items() if name in copied} == copied
    assert all(name.startswith("review-invitation.") for name in copied)
    assert "Next: " in capsys.readouterr().out


def test_a_copy_is_not_laid_over_somebodys_own_work(tmp_path: Path, capsys: Say) -> None:
    (tmp_path / "consent.docx").write_bytes(b"our words")
    assert run(["templates", "copy", "consent", str(tmp_path)]) == 2
    assert "consent.docx is there already" in capsys.readouterr().err
    assert (tmp_path / "consent.docx").read_bytes() == b"our words"
    assert run(["templates", "copy", "consent", str(tmp_path), "--force"]) == 0
    assert (tmp_path / "consent.docx").read_bytes() == (LETTERS / "consent.docx").read_bytes()


# -- on any console --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [("check",), ("list",), ("fields", "review-outcome"), ("check", "--help"), ("copy", "--help")],
    ids=" ".join,
)
def test_what_is_said_fits_eighty_columns_without_colour(own: Path, words: tuple[str, ...]) -> None:
    put(own, f"{MISSPELT} ¶ {{% if reply_by %}} ¶ CAMHS ¶ [picture] x")
    lines = in_a_process("templates", *words, cwd=own.parent).stdout.decode().splitlines()
    assert lines
    assert [line for line in lines if len(line) > 80 or "\x1b" in line] == []


def test_a_console_that_has_only_ascii_gets_ascii(own: Path) -> None:
    put(own, MISSPELT)
    done = in_a_process("templates", "check", cwd=own.parent, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert b"Did you mean" in done.stdout
    assert done.stdout.isascii()
    told = in_a_process("templates", "check", "--json", cwd=own.parent, PYTHONIOENCODING="ascii").stdout
    assert json.loads(told)["summary"]["error"] == 1
