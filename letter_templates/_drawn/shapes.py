"""Shapes that Word draws itself: a face, a rounded frame, a seal. No words stand in them, so none is cut off.

Every shape says what it shows or is marked as decoration; word processors without shapes leave it out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from letter_templates._drawn.styles import NAMESPACES
from mentor_xl import look
from mentor_xl.look import Area

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.microsoft.com/office/word/2010"
_SPACES = (
    f'{NAMESPACES} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" xmlns:a="{_DRAWINGML}/main" '
    f'xmlns:wps="{_OFFICE}/wordprocessingShape" xmlns:wpg="{_OFFICE}/wordprocessingGroup"'
)
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_FIRST_NUMBER = 100
"""Numbers of drawings must differ in a document; the logo's and those of pictures are lower."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn: one of Word's own forms, its line in points, its fill."""

    form: str
    line: float = 1.5
    colour: str = look.INK
    fill: str = ""
    adjusted: tuple[tuple[str, int], ...] = ()
    """How the form is bent, by the names of its handles (ECMA-376 part 1, presetShapeDefinitions)."""


def _alone(shape: Shape, width: float, height: float) -> str:
    return _graphic("wordprocessingShape", _drawn(shape, Area(0, 0, width, height)))


def _together(shapes: Sequence[tuple[Shape, Area]], width: float, height: float) -> str:
    size = f'cx="{_emu(width)}" cy="{_emu(height)}"'
    return _graphic(
        "wordprocessingGroup",
        '<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>'
        f"{''.join(_drawn(shape, area) for shape, area in shapes)}</wpg:wgp>",
    )


def _graphic(kind: str, drawn: str) -> str:
    return f'<a:graphic><a:graphicData uri="{_OFFICE}/{kind}">{drawn}</a:graphicData></a:graphic>'


def _drawn(shape: Shape, area: Area) -> str:
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in shape.adjusted)
    fill = f'<a:solidFill><a:srgbClr val="{shape.fill}"/></a:solidFill>' if shape.fill else "<a:noFill/>"
    colour = f'<a:solidFill><a:srgbClr val="{shape.colour}"/></a:solidFill>' if shape.line else "<a:noFill/>"
    return (
        "<wps:wsp><wps:cNvSpPr/><wps:spPr>"
        f'<a:xfrm><a:off x="{_emu(area.left)}" y="{_emu(area.top)}"/>'
        f'<a:ext cx="{_emu(area.width)}" cy="{_emu(area.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="{shape.form}"><a:avLst>{guides}</a:avLst></a:prstGeom>{fill}'
        f'<a:ln w="{round(shape.line * 12700)}">{colour}</a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _emu(millimetres: float) -> int:
    """Millimetres as drawings count lengths: English metric units."""
    return round(millimetres * 36000)


def _put(paragraph: Paragraph, drawing: str) -> None:
    # Named singly, as Word does it: LibreOffice takes no choice that requires two at once.
    needs = "wpg" if "<wpg:" in drawing else "wps"
    choice = f'<mc:Choice Requires="{needs}"><w:drawing>{drawing}</w:drawing></mc:Choice>'
    run = f"<w:r {_SPACES}><mc:AlternateContent>{choice}<mc:Fallback/></mc:AlternateContent></w:r>"
    paragraph._p.append(parse_xml(run))


def _next_number(paragraph: Paragraph) -> int:
    drawn = paragraph._p.getroottree().getroot().xpath("count(//*[local-name()='docPr'])")
    return _FIRST_NUMBER + int(drawn)


def draw_in_line(paragraph: Paragraph, shape: Shape, width: float, height: float, says: str) -> None:
    """A shape that stands in a line like a letter, so many millimetres large; `says` is read aloud."""
    _in_line(paragraph, _alone(shape, width, height), width, height, f'descr="{says}"/')


def draw_group_in_line(
    paragraph: Paragraph, shapes: Sequence[tuple[Shape, Area]], width: float, height: float
) -> None:
    """Decoration of several shapes, the lowest first, that stands in a line like a letter."""
    _in_line(paragraph, _together(shapes, width, height), width, height, f'descr="">{_DECORATION}</wp:docPr')


def _in_line(paragraph: Paragraph, graphic: str, width: float, height: float, said: str) -> None:
    number = _next_number(paragraph)
    _put(
        paragraph,
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_emu(width)}" cy="{_emu(height)}"/>'
        f'<wp:docPr id="{number}" name="Shape {number}" {said}><wp:cNvGraphicFramePr/>{graphic}</wp:inline>',
    )


def draw_on_page(paragraph: Paragraph, shape: Shape, area: Area) -> None:
    """Decoration behind the words, fixed to a place on the page."""
    _behind(paragraph, shape, area, across="page", down="page")


def draw_by_paragraph(
    paragraph: Paragraph, shape: Shape, width: float, height: float, *, lifted: float = 0
) -> None:
    """Decoration behind the words that goes with a paragraph, from its top or so many millimetres above."""
    _behind(paragraph, shape, Area(0, -lifted, width, height), across="column", down="paragraph")


def _behind(paragraph: Paragraph, shape: Shape, area: Area, *, across: str, down: str) -> None:
    number = _next_number(paragraph)

    def offset(axis: str, origin: str, millimetres: float) -> str:
        return (
            f'<wp:position{axis} relativeFrom="{origin}"><wp:posOffset>{_emu(millimetres)}'
            f"</wp:posOffset></wp:position{axis}>"
        )

    _put(
        paragraph,
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="0" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{offset("H", across, area.left)}{offset("V", down, area.top)}'
        f'<wp:extent cx="{_emu(area.width)}" cy="{_emu(area.height)}"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Shape {number}" descr="">{_DECORATION}</wp:docPr>'
        f"<wp:cNvGraphicFramePr/>{_alone(shape, area.width, area.height)}</wp:anchor>",
    )


_SMILE = 4653
"""How far Word's face can smile; as far below nothing it frowns."""


def face(paragraph: Paragraph, mood: float, side: float, says: str) -> None:
    """A face from −1, the corners of the mouth down, to 1, smiling; drawn in ink on white."""
    bent = (("adj", round(mood * _SMILE)),)
    draw_in_line(paragraph, Shape("smileyFace", adjusted=bent, fill=look.WHITE), side, side, says)
