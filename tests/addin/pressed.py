"""Ribbon buttons pressed in LibreOffice: the add-in's own VBA runs there, and what it would start is caught.

What runs is the add-in as it is built, with two changes: ``Application.Hwnd``, which LibreOffice has not, is
a number; and functions of the module's own take the place of VBA's ``Shell``, ``MsgBox`` and ``Dir$``.
Everything else is the real thing, ``addin.txt`` read from a file too.
"""

import importlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from mentor_xl.addin import package, ribbon_xml, vba

WINDOW = 4711
PYTHON = "C:\\Program Files\\Python\\pythonw.exe"
_DECLARED = "Private CaughtLine As String\nPrivate CaughtText As String\nPrivate FaultToRaise As Long\n"
_CATCHING = """
Private Function Shell(ByVal line As String, Optional ByVal style As Variant) As Double
    If FaultToRaise > 0 Then Err.Raise FaultToRaise
    CaughtLine = line
End Function

Private Function MsgBox(ByVal text As String, Optional look As Variant, Optional head As Variant) As Long
    CaughtText = text
End Function

Private Function Dir(ByVal path As String) As String
    If Right(path, 4) <> ".txt" And InStr(path, "missing") = 0 Then Dir = path
    If Right(path, 4) = ".txt" And FileExists(path) Then Dir = path
End Function

Public Sub RefuseWith(ByVal number As String)
    FaultToRaise = CLng(number)
End Sub

Public Function TakeLine() As String
    TakeLine = CaughtLine
    CaughtLine = ""
End Function

Public Function TakeText() As String
    TakeText = CaughtText
    CaughtText = ""
End Function
"""
_PLACES_OF_UNO = ("/usr/lib/python3/dist-packages", "/usr/lib/libreoffice/program")
_TRIES, _PAUSE = 240, 0.25


def uno() -> ModuleType:
    """LibreOffice's bridge to Python, of the system's own Python; skips where there is none."""
    for folder in ("", *_PLACES_OF_UNO):
        # At the end of the path: nothing else of the system's Python comes before our own.
        sys.path.extend([folder] if folder else [])
        try:
            return importlib.import_module("uno")
        except ImportError:
            continue
        finally:
            if folder:
                sys.path.remove(folder)
    pytest.skip("LibreOffice's bridge to Python (python3-uno) is not installed for this Python")


class Office:
    """A LibreOffice of our own, under a profile of its own, that takes orders through a pipe."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("soffice")
        if program is None:
            pytest.skip("LibreOffice (soffice) is not installed")
        self.uno = uno()
        self.own, self.for_all = folder / "own", folder / "for_all"
        pipe = f"mentorxladdin{abs(hash(str(folder)))}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        self._process = subprocess.Popen(
            [program, profile, "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"],
            env={
                **os.environ,
                "APPDATA": str(self.own),
                "CommonProgramFiles": str(self.for_all),
                "LC_ALL": "C.UTF-8",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._desktop = self._connected(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")

    def _connected(self, address: str) -> Any:
        here = self.uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        for _ in range(_TRIES):
            try:
                there = resolver.resolve(address)
                break
            except Exception:  # noqa: BLE001 - it has not started yet
                time.sleep(_PAUSE)
        else:
            self.close()
            pytest.fail("LibreOffice did not answer")
        return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)

    def open(self, path: Path, **options: object) -> Any:
        """A document, opened unseen, whose macros may run."""
        asked = {"Hidden": True, "MacroExecutionMode": 4, **options}
        arguments = []
        for name, value in asked.items():
            one = self.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
            one.Name, one.Value = name, value
            arguments.append(one)
        document = self._desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, tuple(arguments))
        assert document is not None, f"LibreOffice could not open {path.name}"
        return document

    def open_addin(self, path: Path, data: bytes) -> Any:
        """An add-in, opened as a document; LibreOffice has to be told what it is."""
        path.write_bytes(data)
        return self.open(path, FilterName="Calc MS Excel 2007 VBA XML")

    def note_python(self, own: str | None, for_all: str | None = None) -> None:
        """Write what ``addin install`` writes, and what an administrator may; ``None``: no such file.

        To Linux a backslash is a letter of a name, so a file lies beside the folder. LibreOffice reads it
        as UTF-8.
        """
        for folder, text in ((self.own, own), (self.for_all, for_all)):
            place = Path(f"{folder}\\{vba.FOLDER_NAME}\\{vba.FILE_NAME}")
            place.unlink(missing_ok=True)
            if text is not None:
                place.write_bytes(text.encode())

    def close(self) -> None:
        """End this LibreOffice, and no other."""
        try:
            self._desktop.terminate()
        except Exception:  # noqa: BLE001 - it is gone already, or answers while it goes
            self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            # What was started is a launcher: the office itself is its child, and goes with its group.
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def catching_addin() -> bytes:
    """The add-in, but for what it would start: that is caught."""
    text = vba.vba_text()
    assert text.count("Application.Hwnd") == 1
    text = text.replace("Application.Hwnd", str(WINDOW))
    before, first, after = text.partition("Private Const ADDIN_VERSION")
    return package.addin_of(before + _DECLARED + first + after + _CATCHING)


def call(document: Any, sub: str, *arguments: object) -> Any:
    """Run a Sub or Function of an add-in that is open; what it gives."""
    place = f"vnd.sun.star.script:VBAProject.{vba.MODULE}.{sub}?language=Basic&location=document"
    return document.getScriptProvider().getScript(place).invoke(arguments, (), ())[0]


def sub_of(button_id: str) -> str:
    """The Sub that a button of the ribbon runs, as the ribbon's XML says."""
    ribbon = ET.fromstring(ribbon_xml.ribbon_xml())  # noqa: S314 - our own
    for button in ribbon.iter(f"{{{ribbon_xml.NAMESPACE}}}button"):
        if button.get("id") == ribbon_xml.PREFIX + button_id:
            return button.get("onAction", "")
    raise LookupError(button_id)


def refuse_with(fault: int, document: Any) -> None:
    """Let whatever a button starts fail with this fault of VBA's from now on; 0: let it start."""
    call(document, "RefuseWith", str(fault))  # as text: LibreOffice gives a Long of VBA's no number


def press(button_id: str, document: Any) -> str:
    """Press a button of a catching add-in that is open; the command line that it would have started."""
    call(document, sub_of(button_id), document.Sheets.getByIndex(0))  # any object stands for the control
    return str(call(document, "TakeLine"))


def message(document: Any) -> str:
    """What the last press told the user; empty: nothing."""
    return str(call(document, "TakeText"))
