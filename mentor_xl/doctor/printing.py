"""Can letters be opened and printed here, as PDF too, in the fonts that they name?"""

from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, ok, skip, warn

_WORD = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\winword.exe"


@check("word", Who.IT)
def word(machine: Machine) -> Answer:
    """Is there a program that opens the letters?

    Why: Letters are Word files; they are read over and printed from Word or LibreOffice.
    Do: Ask for Word or LibreOffice to be installed.
    """
    if machine.is_windows and machine.text("HKLM", _WORD):
        return ok("Word opens them.")
    if machine.libreoffice:
        return ok("LibreOffice opens them.")
    if not machine.is_windows:
        return skip("LibreOffice is not here; whether anything else opens them is not known.")
    return warn("Neither Word nor LibreOffice is seen here.")


@check("pdf", Who.IT)
def pdf(machine: Machine) -> Answer:
    """Can PDFs be made?

    Why: The options --pdf and --print-pack let LibreOffice make them.
    Do: Install LibreOffice again.
    """
    if machine.libreoffice is None:
        return skip("LibreOffice is not here. Only --pdf and --print-pack need it.")
    try:
        ran = machine.run([str(machine.libreoffice), "--version"])
    except OSError as fault:
        return warn(f"LibreOffice is here, but does not start ({type(fault).__name__}).")
    if ran.code:
        return warn(f"LibreOffice is here, but does not start (exit code {ran.code}).")
    told = " ".join(ran.said.split()[:2])
    return ok(f"{told or 'LibreOffice'} makes them.")


@check("fonts", Who.IT)
def fonts(machine: Machine) -> Answer:
    """Are the fonts here that the letters name?

    Why: Another font takes other room, and a letter of one page may become one of two.
    Do: Ask for the fonts to be installed, or change the templates: mentor-xl templates copy.
    """
    from mentor_xl.template_check.fonts import TWINS, fonts_named, has_font  # noqa: PLC0415 - needs libraries
    from mentor_xl.template_check.layout import Layout  # noqa: PLC0415

    if machine.fonts is None:
        return skip("Nobody can say which fonts are here.")
    named: dict[str, None] = {}
    for path in sorted(machine.shipped("letter_templates").glob("*.docx")):
        named |= dict.fromkeys(fonts_named(Layout.of(path.read_bytes())))
    missing = []
    for font in named:
        twins = TWINS.get(font.casefold(), ())
        if not any(has_font(machine.fonts, one) for one in (font, *twins)):
            missing.append(font)
    if missing:
        return warn(f"Not here, nor a font of the same widths: {', '.join(missing[:4])}.")
    return ok(f"{', '.join(named)}, or a font of the same widths, is here.")
