"""Which kind of letter is a template for, and whom is it read by? Its file name says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mentor_xl.audience import Audience
from mentor_xl.documents import Kind, kinds


@dataclass(frozen=True)
class TemplateFile:
    """A template where it lies, or would lie."""

    path: Path
    kind: Kind | None
    """None where no kind of letter is called so."""
    audiences: tuple[Audience, ...] = ()
    """Those who get a letter made from it."""
    is_shipped: bool = False

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def edition_of(name: str) -> tuple[str, str]:
    """The kind and the audience that a file name gives: ``review-invitation.pupil.docx``."""
    slug, _, edition = name.removesuffix(".docx").partition(".")
    return slug, edition


def template_file(
    path: Path, others: Iterable[str] = (), *, as_kind: Kind | None = None, is_shipped: bool = False
) -> TemplateFile:
    """What a file is for. ``others``: the names of the templates in use beside it.

    A kind's own template is for those who have no edition of their own.
    """
    slug, edition = edition_of(path.name)
    kind = as_kind or kinds().get(slug)
    if kind is None:
        return TemplateFile(path, None, is_shipped=is_shipped)
    if edition:
        told = tuple(one for one in kind.audiences if one.value == edition)
        whom = told or (kind.audiences if as_kind else ())
        return TemplateFile(path, kind, whom, is_shipped)
    taken = {theirs for other, theirs in map(edition_of, others) if other == kind.slug}
    rest = tuple(one for one in kind.audiences if one.value not in taken)
    return TemplateFile(path, kind, rest or (kind.audiences if as_kind else ()), is_shipped)


def templates_in_use(folders: Iterable[tuple[Path, bool]]) -> tuple[TemplateFile, ...]:
    """Every template in folders, the first folder's before a namesake in a later one.

    ``folders``: each with whether its templates came with Mentor XL.
    """
    found: dict[str, tuple[Path, bool]] = {}
    for folder, is_shipped in folders:
        for path in sorted(folder.glob("*.docx")):
            if not path.name.startswith(("~$", ".")):
                found.setdefault(path.name, (path, is_shipped))
    return tuple(
        template_file(path, found, is_shipped=is_shipped) for _, (path, is_shipped) in sorted(found.items())
    )
