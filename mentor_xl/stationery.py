"""What letters are written on: each kind's template, the school's own before the shipped one, the logo."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mentor_xl.audience import Audience
from mentor_xl.documents import Document
from mentor_xl.errors import MissingHere
from mentor_xl.outputs import sha256_of
from mentor_xl.records import Settings
from mentor_xl.shipped import shipped_folder
from mentor_xl.word.faults import PictureRefused, TemplateFault
from mentor_xl.word.paths import dotted
from mentor_xl.word.template import Template, TemplateCache, TemplateStore
from mentor_xl.word.variant import Logo, Variant

LARGE_PRINT = 18
DEFAULT_SIZE = 12
"""Points of the body of a letter to a family (look, *Type*)."""
LARGEST_LOGO = 5_000_000
"""Bytes."""


@dataclass
class Stationery:
    """The templates in use for one build."""

    folders: tuple[Path, ...]
    """Where templates are looked for: the school's own folder first, the shipped one last."""
    letter_font_size: int = DEFAULT_SIZE
    logo: Logo | None = None
    cache: TemplateCache = field(default_factory=TemplateCache)
    """The templates that are compiled already."""
    _sources: dict[str, bytes] = field(default_factory=dict)
    _fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _faults: dict[str, TemplateFault | None] = field(default_factory=dict)

    def template(self, document: Document) -> Template:
        """The template of a document, in the size its reader needs.

        Raises:
            TemplateFault: it is the school's own, and something is wrong in it.
        """
        self._refuse_faulty(document)
        variant = Variant(font_scale=self._scale(document), logo=self.logo)
        return Template.compile(self._source(document), variant=variant, cache=self.cache)

    def fields(self, document: Document) -> tuple[str, ...]:
        """The fields that a document's template prints, ``meeting.date``.

        Raises:
            TemplateFault: the template is not one.
        """
        template = self.template(document)
        if template.key not in self._fields:
            paths = (path for part in template.parts for _, path in part.paths)
            self._fields[template.key] = tuple(dict.fromkeys(map(dotted, paths)))
        return self._fields[template.key]

    def digest(self, document: Document) -> str:
        """The digest of the template's own file."""
        return sha256_of(self._source(document))

    def _scale(self, document: Document) -> float:
        if document.recipient.is_large_print:
            return max(LARGE_PRINT, self.letter_font_size) / DEFAULT_SIZE
        is_for_family = document.audience in (Audience.PARENT, Audience.PUPIL)
        return self.letter_font_size / DEFAULT_SIZE if is_for_family else 1.0

    def _source(self, document: Document) -> bytes:
        """An edition for the audience wins over the kind's own template."""
        names = _names(document)
        key = names[0]
        if key not in self._sources:
            self._sources[key] = self._found(names).read_bytes()
        return self._sources[key]

    def _refuse_faulty(self, document: Document) -> None:
        """Raise what is wrong with a school's own template. The shipped ones are held sound by tests."""
        names = _names(document)
        if names[0] not in self._faults:
            place = self._found(names)
            is_own = place.parent != self.folders[-1]
            source = self._source(document)
            self._faults[names[0]] = _fault_in(place, source, self.folders) if is_own else None
        if fault := self._faults[names[0]]:
            raise fault

    def _found(self, names: tuple[str, ...]) -> Path:
        """File by file: a school's own letter to parents never takes the place of the pupils' edition."""
        for name in names:
            for folder in self.folders:
                if (folder / name).is_file():
                    return folder / name
        why = f"There is no template {names[-1]}. Install Mentor XL again, or add one of your own."
        raise MissingHere(why)


def _names(document: Document) -> tuple[str, str]:
    """What a document's template may be called, the edition for its reader first."""
    return f"{document.kind}.{document.audience.value}.docx", f"{document.kind}.docx"


def _fault_in(place: Path, source: bytes, folders: Sequence[Path]) -> TemplateFault | None:
    """What stops every letter of a template."""
    from mentor_xl.template_check import errors_in, template_file  # noqa: PLC0415 - slow, and seldom wanted

    names = {path.name for folder in folders for path in folder.glob("*.docx")}
    try:
        errors = errors_in(template_file(place, names), source)
    except TemplateFault as fault:
        return fault
    return TemplateFault(str(errors[0])) if errors else None


def stationery_for(
    settings: Settings, beside: Path | None, own: Path | None = None, store: TemplateStore | None = None
) -> tuple[Stationery, str]:
    """What letters are written on, and a sentence where the logo cannot be used.

    ``beside``: the folder that the workbook lies in; ``None``: it lies in none on this computer. There, or in
    ``own``, the school's own templates and logo are looked for. ``store``: where compiled templates are kept.
    """
    logo, fault = logo_in(beside, settings) if beside else (None, "")
    found = own or (beside / "letter_templates" if beside else None)
    folders = tuple(folder for folder in (found, shipped_folder("letter_templates")) if folder)
    size = settings.letter_font_size or DEFAULT_SIZE
    return Stationery(folders, size, logo, TemplateCache(store=store)), fault


def logo_beside(workbook: Path, settings: Settings) -> tuple[Logo | None, str]:
    """``logo_in`` the folder of a workbook."""
    return logo_in(workbook.parent, settings)


def logo_in(folder: Path, settings: Settings) -> tuple[Logo | None, str]:
    """The picture that Settings names as the logo, and a sentence where it cannot be used.

    Only a plain file name is followed, to a picture in the workbook's own folder.
    """
    name = settings.logo
    if not name:
        return None, ""
    if Path(name).name != name or "\\" in name:
        return None, "Logo has to be the name of a picture in the same folder as the workbook."
    place = folder / name
    if not place.is_file():
        return None, "The logo picture is not in the same folder as the workbook."
    if place.stat().st_size > LARGEST_LOGO:
        return None, "The logo picture is larger than 5 MB. Save it smaller."
    try:
        return Logo.of(place.read_bytes()), ""
    except PictureRefused as refused:
        return None, str(refused)
