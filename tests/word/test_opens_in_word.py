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
        "name": "Mr & Mrs Łukasz <Ng>\nsecond line\tand a tab 😀",
        "targets": ["Say hello first", "Ask “why?”"],
        "chart": Picture(png(40, 20), width_mm=60, description="A chart"),
    }
    file = tmp_path / "letter.docx"
    file.write_bytes(render(template, context))
    as_text = ("--convert-to", "txt:Text (encoded):UTF8")
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", *as_text, "--outdir", tmp_path, file],
        check=True,
        capture_output=True,
        timeout=180,
    )
    shown = (tmp_path / "letter.txt").read_text(encoding="utf-8-sig")
    for words in ("Dear Mr & Mrs Łukasz <Ng>", "second line\tand a tab 😀,", "Say hello first", "Ask “why?”"):
        assert words in shown
