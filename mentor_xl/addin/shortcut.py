"""What bytes is a Windows shortcut made of? Enough for *Send to*: a program, its arguments, a description.

Format: [MS-SHLLINK], sections 2.1 to 2.4. It holds no date and no name of a machine, so the same shortcut
is the same bytes.
"""

import struct
import uuid
from pathlib import PureWindowsPath

_CLASS = uuid.UUID("00021401-0000-0000-c000-000000000046").bytes_le
_THIS_PC = uuid.UUID("20d04fe0-3aea-1069-a2d8-08002b30309d").bytes_le
_HAS_TARGET_LIST, _HAS_LINK_INFO, _HAS_NAME = 0x01, 0x02, 0x04
_HAS_ARGUMENTS, _IS_UNICODE = 0x20, 0x80
_IS_ARCHIVE, _IS_FOLDER = 0x20, 0x10
_SHOW_NORMAL = 1
_LONGEST = 259
"""Characters that Explorer keeps of a description or of arguments."""


def shortcut(target: PureWindowsPath, arguments: str, description: str) -> bytes:
    """A shortcut to a program on a drive of this computer.

    Raises:
        ValueError: the target is not a whole path on a drive, or a text is too long.
    """
    if len(target.drive) != 2 or not target.root or len(target.parts) < 2:
        raise ValueError("A shortcut leads to a path on a drive, C:\\folder\\program.exe.")
    if max(len(arguments), len(description), len(str(target))) > _LONGEST:
        raise ValueError("Too long for a shortcut.")
    flags = _HAS_TARGET_LIST | _HAS_LINK_INFO | _HAS_NAME | _HAS_ARGUMENTS | _IS_UNICODE
    header = struct.pack("<L16sLL", 0x4C, _CLASS, flags, _IS_ARCHIVE)
    header += bytes(3 * 8) + struct.pack("<LLLHHLL", 0, 0, _SHOW_NORMAL, 0, 0, 0, 0)
    end = bytes(4)
    return header + _target_list(target) + _link_info(target) + _text(description) + _text(arguments) + end


def _text(text: str) -> bytes:
    """A counted text (2.4)."""
    return struct.pack("<H", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _target_list(target: PureWindowsPath) -> bytes:
    """The way from *This PC* to the program, folder by folder (2.2)."""
    drive, *folders, name = target.parts
    items = [b"\x1f\x50" + _THIS_PC, b"\x2f" + drive.encode("ascii").ljust(22, b"\0")]
    items += [_entry(folder, is_folder=True) for folder in folders]
    items.append(_entry(name, is_folder=False))
    listed = b"".join(struct.pack("<H", len(item) + 2) + item for item in items) + bytes(2)
    return struct.pack("<H", len(listed)) + listed


def _entry(name: str, *, is_folder: bool) -> bytes:
    """A file or folder: by an old name of one-byte characters, then by its whole name."""
    kind, attributes = (0x31, _IS_FOLDER) if is_folder else (0x32, _IS_ARCHIVE)
    head = struct.pack("<BBLLH", kind, 0, 0, 0, attributes)
    old = name.encode("ascii", "replace").replace(b"?", b"_") + b"\0"
    old += bytes(len(old) % 2)
    whole = name.encode("utf-16-le") + bytes(2)
    # The block that Windows itself adds: version 3, no dates, the name, and where in the item it begins.
    size = _BLOCK.size + len(whole) + 2
    block = _BLOCK.pack(size, 3, 0xBEEF0004, 0, 0, _BLOCK.size, 0) + whole
    return head + old + block + struct.pack("<H", 2 + len(head) + len(old))


_BLOCK = struct.Struct("<HHLLLHH")


def _link_info(target: PureWindowsPath) -> bytes:
    """Where the program is, for Windows to go by if the list is of no use (2.3)."""
    volume = struct.pack("<LLLL", 0x11, 3, 0, 0x10) + b"\0"
    # The old form is in the code page of the machine: what it lacks is shown as ?, and the new form is read.
    old = str(target).encode("ascii", "replace") + b"\0"
    new = str(target).encode("utf-16-le") + bytes(2)
    head_size = 0x24
    volume_at = head_size
    old_at = volume_at + len(volume)
    old_rest = old_at + len(old)
    new_at = old_rest + 1
    new_rest = new_at + len(new)
    size = new_rest + 2
    offsets = (head_size, 1, volume_at, old_at, 0, old_rest, new_at, new_rest)
    return struct.pack("<9L", size, *offsets) + volume + old + b"\0" + new + bytes(2)
