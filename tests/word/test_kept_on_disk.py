"""Compiled templates in a folder: found again, never believed where another could have written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from word.drafts import draft, footnote, letterhead, table, words

from mentor_xl.word import kept_on_disk
from mentor_xl.word.faults import RenderError
from mentor_xl.word.kept_on_disk import MOST_KEPT, TemplatesOnDisk
from mentor_xl.word.render import render
from mentor_xl.word.template import Template, TemplateCache
from mentor_xl.word.variant import Variant

ROOT = Path(__file__).parents[2]

on_posix = pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows keeps rights in another way")


def letter(document: WordDocument) -> None:
    letterhead(document)
    document.sections[0].header.paragraphs[0].text = "{{ ref }}"
    document.core_properties.title = "Letter {{ ref }}"
    footnote(document, "See {{ ref }}")
    loop = (("{%tr for t in targets %}", ""), ("{{ t }}", "{{ loop.index }}"), ("{%tr endfor %}", ""))
    table(document, ("a", "b"), *loop)


LETTER = draft("Dear {{ name }},", shaped_by=letter)
CONTEXT = {"ref": "MXL/26/abc", "name": "Mr & Mrs “Ng”", "targets": ["one", "two"]}


def compiled(folder: Path, variant: Variant | None = None) -> Template:
    cache = TemplateCache(store=TemplatesOnDisk(folder))
    return Template.compile(LETTER, variant=variant or Variant(), cache=cache)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.template"))


def is_believed(folder: Path, key: str) -> bool:
    return TemplatesOnDisk(folder).load(key) is not None


def test_a_kept_template_makes_the_very_same_letters(tmp_path: Path) -> None:
    fresh = compiled(tmp_path)
    again = compiled(tmp_path)
    assert again is not fresh
    assert render(again, CONTEXT) == render(fresh, CONTEXT)
    assert (again.key, again.source, again.parts) == (fresh.key, fresh.source, fresh.parts)


def test_a_fault_in_a_letter_is_found_with_its_place_by_a_kept_template_too(tmp_path: Path) -> None:
    compiled(tmp_path)
    with pytest.raises(RenderError) as raised:
        render(compiled(tmp_path), {**CONTEXT, "name": None})
    assert (raised.value.field, raised.value.paragraph) == ("name", 1)


def test_each_variant_of_a_template_has_its_own_file(tmp_path: Path) -> None:
    made = [compiled(tmp_path, variant) for variant in (Variant(), Variant(font_scale=1.5))]
    assert len(kept(tmp_path)) == 2
    assert all(is_believed(tmp_path, template.key) for template in made)


def test_the_folder_and_its_files_are_for_this_user_alone(tmp_path: Path) -> None:
    compiled(tmp_path / "new" / "folder")
    for place in (tmp_path / "new" / "folder", *kept(tmp_path / "new" / "folder")):
        assert not stat.S_IMODE(place.stat().st_mode) & 0o077 or not hasattr(os, "getuid")


WITH_A_KEPT_TEMPLATE = """
import sys
from pathlib import Path
from mentor_xl.word.kept_on_disk import TemplatesOnDisk
from mentor_xl.word.render import render
from mentor_xl.word.template import Template, TemplateCache
cache = TemplateCache(store=TemplatesOnDisk(Path(sys.argv[1])))
template = Template.compile(sys.stdin.buffer.read(), cache=cache)
render(template, {"ref": "x", "name": "y", "targets": ["z"]})
print(sorted({name.partition(".")[0] for name in sys.modules} & {"docx", "docxtpl", "lxml", "pydantic"}))
"""


def test_a_letter_from_a_kept_template_needs_neither_docxtpl_nor_lxml(tmp_path: Path) -> None:
    compiled(tmp_path)
    command = [sys.executable, "-c", WITH_A_KEPT_TEMPLATE, str(tmp_path)]
    ran = subprocess.run(command, input=LETTER, capture_output=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == b"[]"


def cut_short(data: bytes) -> bytes:
    return data[: len(data) // 2]


def with_a_bit_turned(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


DAMAGES: list[Callable[[bytes], bytes]] = [
    cut_short, with_a_bit_turned, lambda _: b"", lambda data: data[:32], lambda _: b"something else" * 10,
]  # fmt: skip


@pytest.mark.parametrize("damaged", DAMAGES)
def test_a_damaged_file_is_passed_over_and_made_again(
    damaged: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    made = compiled(tmp_path)
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(damaged(whole))
    assert not is_believed(tmp_path, made.key)
    assert words(render(compiled(tmp_path), CONTEXT))[0] == "Dear Mr & Mrs “Ng”,"
    assert file.read_bytes() == whole


def test_a_template_under_another_ones_name_is_not_taken_for_it(tmp_path: Path) -> None:
    compiled(tmp_path)
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    large = compiled(tmp_path, Variant(font_scale=1.5))
    for each in kept(tmp_path):
        each.write_bytes(whole)
    assert not is_believed(tmp_path, large.key)


@pytest.mark.parametrize("what", ["jinja2.__version__", "sys.version"])
def test_what_another_jinja_or_python_kept_is_not_loaded(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = compiled(tmp_path)
    monkeypatch.setattr(f"mentor_xl.word.kept_on_disk.{what}", "0")
    assert not is_believed(tmp_path, made.key)


def test_what_another_docxtpl_kept_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = compiled(tmp_path)
    monkeypatch.setattr(kept_on_disk, "version", lambda name: f"another {name}")
    assert not is_believed(tmp_path, made.key)


@on_posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_to_is_neither_read_nor_written(mode: int, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    made = compiled(folder)
    folder.chmod(mode)
    assert not is_believed(folder, made.key)
    compiled(folder, Variant(font_scale=2))
    assert len(kept(folder)) == 1


@on_posix
def test_a_folder_that_others_could_move_away_is_not_read(tmp_path: Path) -> None:
    around = tmp_path / "around"
    made = compiled(around / "kept")
    around.chmod(0o777)
    assert not is_believed(around / "kept", made.key)
    around.chmod(0o1777)
    assert is_believed(around / "kept", made.key)


@on_posix
def test_a_file_that_others_may_write_to_is_not_read(tmp_path: Path) -> None:
    made = compiled(tmp_path)
    kept(tmp_path)[0].chmod(0o622)
    assert not is_believed(tmp_path, made.key)


@on_posix
def test_another_users_file_or_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = compiled(tmp_path)
    monkeypatch.setattr(os, "getuid", lambda: 12_345)
    assert not is_believed(tmp_path, made.key)


@on_posix
def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    made = compiled(tmp_path / "kept")
    (file,) = kept(tmp_path / "kept")
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert not is_believed(tmp_path / "kept", made.key)


def test_letters_are_made_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"a file, not a folder")
    assert words(render(compiled(tmp_path / "kept"), CONTEXT))[0] == "Dear Mr & Mrs “Ng”,"


def test_the_oldest_make_room(tmp_path: Path) -> None:
    made = compiled(tmp_path)
    (first,) = kept(tmp_path)
    os.utime(first, (1, 1))
    for number in range(MOST_KEPT - 1):
        (tmp_path / f"{number}.template").write_bytes(b"x")
    newest = compiled(tmp_path, Variant(font_scale=2))
    TemplatesOnDisk(tmp_path).save(newest)
    assert len(kept(tmp_path)) == MOST_KEPT
    assert not is_believed(tmp_path, made.key)
    assert is_believed(tmp_path, newest.key)


KEEPS_AND_LOADS = """
import sys
from pathlib import Path
from mentor_xl.word.kept_on_disk import TemplatesOnDisk
from mentor_xl.word.template import Template
template = Template.compile(sys.stdin.buffer.read())
for _ in range(50):
    store = TemplatesOnDisk(Path(sys.argv[1]))
    store.save(template)
    found = store.load(template.key)
    assert found is not None and found.parts == template.parts
"""


def test_two_processes_may_keep_the_same_template_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KEEPS_AND_LOADS, str(tmp_path)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, cwd=ROOT) for _ in range(2)]
    for each in both:
        assert each.stdin is not None
        each.stdin.write(LETTER)
        each.stdin.close()
    assert [each.wait(60) for each in both] == [0, 0]
    assert [file.suffix for file in tmp_path.iterdir()] == [".template"]
