"""A letter opens in a word processor and shows what it says. LibreOffice stands in for Word."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from word.drafts import draft, letterhead, png, table

from mentor_xl.word.pictures import Picture
from mentor_xl.word.render import render
from mentor_xl.word.template import Template
from mentor_xl.word.variant import Logo, Variant


def letter(document: WordDocument) -> None:
    letterhead(document)
    loop = (("{%tr for t in targets %}", ""), ("{{ loop.index }}", "{{ t }}"), ("{%tr endfor %}", ""))
    table(document, ("No", "Target"), *loop)
    document.add_paragraph("{{ chart }}")


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_a_letter_with_everything_in_it_opens_in_libreoffice(tmp_path: Path) -> None:
    variant = Variant(font_scale=1.5, logo=Logo.of(png(30, 10)))
    template = Template.compile(draft("Dear {{ name }},", shaped_by=letter), variant=variant)
    context = {
        "targets": ["Say hello first", "Ask “why?”"],
        "chart": Picture(png(40, 20), width_mm=60, description="A chart"),
    }
    shown = as_text(
        tmp_path,
        render(template, {**context, "name": "Mr & Mrs Łukasz <Ng>\nsecond line\tand a tab 😀"}),
        render(Template.compile(PLAIN), {"name": "Mr & Mrs Łukasz <Ng> 😀"}),
    )
    for words in ("Dear Mr & Mrs Łukasz <Ng>", "second line\tand a tab 😀,", "Say hello first", "Ask “why?”"):
        assert words in shown[0]
    assert shown[1].splitlines() == ["Dear Mr & Mrs Łukasz <Ng> 😀, we write to tell you. " * 3] * 2


PLAIN = draft(*["Dear {{ name }}, we write to tell you. " * 3] * 2)
"""Nothing in it needs a second look, so that its text is woven from pieces packed before."""


def as_text(folder: Path, *letters: bytes) -> list[str]:
    names = [str(number) for number in range(len(letters))]
    for name, letter in zip(names, letters, strict=True):
        (folder / f"{name}.docx").write_bytes(letter)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder,
            *(folder / f"{name}.docx" for name in names),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )  # fmt: skip
    return [(folder / f"{name}.txt").read_text(encoding="utf-8-sig") for name in names]
