"""A LibreOffice of this test's own: started with a profile in a temporary folder, ended when done."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

_SYSTEM_PYTHON = Path("/usr/lib/python3/dist-packages")
_MODULES = ("uno.py", "unohelper.py")
_TRIES, _PAUSE = 240, 0.25
_TRUSTS_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def why_not() -> str:
    """Why LibreOffice cannot be spoken with here; empty: it can."""
    if shutil.which("soffice") is None:
        return "LibreOffice (soffice) is not installed"
    try:
        the_uno_module()
    except ImportError as fault:
        return f"python3-uno is not installed for this Python: {fault}"
    return ""


def the_uno_module() -> ModuleType:
    """The module ``uno`` of the system's Python, and nothing else of that Python."""
    if "uno" not in sys.modules:
        folder = Path(tempfile.mkdtemp(prefix="uno_for_tests_"))
        for name in _MODULES:
            if (_SYSTEM_PYTHON / name).is_file():
                (folder / name).symlink_to(_SYSTEM_PYTHON / name)
        sys.path.insert(0, str(folder))
        try:
            import uno  # noqa: PLC0415
        finally:
            sys.path.remove(str(folder))
            shutil.rmtree(folder)
        return uno
    return sys.modules["uno"]


@contextmanager
def an_office(folder: Path) -> Iterator[Any]:
    """The desktop of a LibreOffice whose profile lies in ``folder``."""
    uno = the_uno_module()
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_TRUSTS_MACROS, encoding="utf-8")
    pipe = f"mentorxl{abs(hash(str(folder)))}"
    command = ["soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    command.append(f"-env:UserInstallation={user.parent.as_uri()}")
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        desktop = _connected(uno, pipe)
        yield desktop
        desktop.terminate()
    finally:
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            # What was started is a launcher: the office itself is its child, and goes with its group.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _connected(uno: Any, pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    fault: Exception | None = None
    for _ in range(_TRIES):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception as refused:  # noqa: BLE001 - of pyuno's own making, until it listens
            fault = refused
            time.sleep(_PAUSE)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise AssertionError("LibreOffice did not start") from fault
