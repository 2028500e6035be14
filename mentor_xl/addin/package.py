"""What bytes is the add-in's file made of? The same ones on every machine, for the same version.

The project of VBA and the workbook around it come from pyOpenVBA, whose empty add-in Excel itself saved;
the module, the ribbon and the file's properties are ours.
"""

import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mentor_xl import __version__
from mentor_xl.addin.ribbon_xml import broken_rules, ribbon_xml
from mentor_xl.addin.vba import MODULE, vba_text
from mentor_xl.errors import MentorError, MissingHere

FILE_NAME = "mentor_xl.xlam"
_RIBBON = "customUI/customUI14.xml"
_RELATION = (
    '<Relationship Id="rIdMentorXL" Target="customUI/customUI14.xml" '
    'Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"/></Relationships>'
)
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mentor XL</dc:title>'
    "<dc:description>Mentor XL {version}: a tab for Excel. Nothing leaves this computer.</dc:description>"
    "</cp:coreProperties>\n"
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def addin_bytes() -> bytes:
    """The whole file ``mentor_xl.xlam``.

    Raises:
        MissingHere: pyOpenVBA is not installed.
        MentorError: a button calls what is not there, or pyOpenVBA's empty add-in is not as it was.
    """
    return addin_of(vba_text())


def addin_of(text: str) -> bytes:
    """The file with this text as its one module. As ``addin_bytes``."""
    xml = ribbon_xml()
    if broken := list(broken_rules(xml, subs_in(text))):
        raise MentorError("The ribbon would not work: " + "; ".join(broken))
    parts = _project_around(text.replace("\n", "\r\n"))
    relations = parts["_rels/.rels"].decode()
    if relations.count("</Relationships>") != 1:
        raise MentorError("The add-in could not be made: its relationships are not as they were.")
    parts["_rels/.rels"] = relations.replace("</Relationships>", _RELATION).encode()
    parts["docProps/core.xml"] = _CORE.format(version=__version__).encode()
    parts[_RIBBON] = xml
    return _zipped(parts)


def subs_in(text: str) -> frozenset[str]:
    """The names of the Subs in a module that a button can call."""
    begin, end = "Public Sub ", "(control As IRibbonControl)"
    return frozenset(
        line.removeprefix(begin).removesuffix(end)
        for line in text.splitlines()
        if line.startswith(begin) and line.endswith(end)
    )


def _project_around(source: str) -> dict[str, bytes]:
    """The parts of an add-in that has this one module."""
    workbook = _pyopenvba().ExcelFile
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        with workbook.create_new(path) as made:
            project = made.vba_project()
            project.delete_module("Module1")
            project.add_module(MODULE, source)
            made.save()
        with zipfile.ZipFile(path) as package:
            return {name: package.read(name) for name in package.namelist()}


def _pyopenvba() -> Any:
    try:
        import pyopenvba  # noqa: PLC0415 - needed by `addin build` alone, which makers of releases run
    except ImportError as error:
        raise MissingHere(
            'To build the add-in, install what it takes: python -m pip install "mentor-xl[addin]". '
            "To use it, nothing need be built: mentor-xl addin install."
        ) from error
    return pyopenvba


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts with no date of its own.

    The parts are stored as they are: how well they are packed depends on the machine's zlib.
    """
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as made:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 0
            made.writestr(entry, data)
    return package.getvalue()
