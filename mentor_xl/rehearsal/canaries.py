"""Words and numbers that stand in no workbook, and where in a file they come back."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import count

from mentor_xl.casebook import Casebook

_LETTERS = "bdfghjklmnprstvw"
_TOKEN = re.compile(rf"zqx[{_LETTERS}]{{4}}|0163296\d{{4}}")
_BETWEEN = re.compile(rb"<[^>]*>|\s|\xc2\xa0")
"""What may stand within a word in a file: Word parts its text into runs as it likes."""


class Canaries:
    """Gives every canary once, and none that stands in the workbook already."""

    def __init__(self, casebook: Casebook) -> None:
        holders = (casebook.settings, *casebook.staff, *casebook.contacts, *casebook.agencies)
        self._taken = tokens("|".join(getattr(one, "phone", None) or "" for one in holders))
        self._words, self._numbers = count(), count()

    def word(self) -> str:
        """``Zqxbbfd``: no name, no word, and like no other."""
        number = next(self._words)
        return "Zqx" + "".join(_LETTERS[number >> shift & 15] for shift in (12, 8, 4, 0))

    def phone(self) -> str:
        """A number kept free for films, in digits that no exchange has."""
        numbers = (f"01632 96{number % 10_000:04}" for number in self._numbers)
        return next(one for one in numbers if tokens(one).isdisjoint(self._taken))


class Searcher:
    """Looks through files; what many letters share is looked through once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, int, int], frozenset[str]] = {}

    def tokens_in(self, data: bytes) -> frozenset[str]:
        """Every canary in a file: in text, properties, charts, their workbooks, and names of parts."""
        if not data.startswith(b"PK"):
            return tokens(data)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return frozenset(token for part in packed.infolist() for token in self._of_part(packed, part))

    def _of_part(self, packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[str]:
        key = (part.filename, part.CRC, part.file_size)
        if key not in self._seen:
            self._seen[key] = self.tokens_in(packed.read(part)) | tokens(part.filename.encode())
        yield from self._seen[key]


def tokens(text: bytes | str) -> frozenset[str]:
    """The canaries in a text, with tags and without: a word may be in an attribute, or parted by tags."""
    raw = text.encode() if isinstance(text, str) else text
    found = (
        _TOKEN.findall(one.decode("utf-8", "replace").casefold()) for one in (raw, _BETWEEN.sub(b"", raw))
    )
    return frozenset(token for one in found for token in one)
