"""How are the house's styles written as the part that Word reads?"""

from xml.sax.saxutils import quoteattr

from letter_templates._drawn.styles import NAMESPACES, Look, house_styles, style_id, twips
from mentor_xl import look

_BUILT_IN = {
    "Normal", "heading 1", "heading 2", "heading 3", "List Bullet", "header", "footer", "Date", "Salutation",
    "Closing", "Signature", "Strong",
}  # fmt: skip
"""Names that Word knows; any other style is the house's own."""


def _own(name: str) -> str:
    return "" if name in _BUILT_IN else ' w:customStyle="1"'


def _points(points: float) -> int:
    return round(points * 20)


def _paragraph_properties(style: Look) -> str:
    parts = []
    if style.keep_next:
        parts.append("<w:keepNext/>")
    if style.keep_lines:
        parts.append("<w:keepLines/>")
    if style.bullet:
        parts.append('<w:numPr><w:numId w:val="1"/></w:numPr>')
    if style.rule:
        line = "dashed" if style.rule.endswith("dashed") else "single"
        parts.append(f'<w:pBdr><w:top w:val="{line}" w:sz="8" w:space="6" w:color="{look.SLATE}"/></w:pBdr>')
    if style.tab:
        parts.append(f'<w:tabs><w:tab w:val="right" w:pos="{twips(style.tab)}"/></w:tabs>')
    parts.append(_spacing(style))
    if style.indent:
        indent = twips(style.indent)
        parts.append(f'<w:ind w:left="{indent}" w:hanging="{indent}"/>')
    if style.align:
        parts.append(f'<w:jc w:val="{style.align}"/>')
    if style.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{style.outline}"/>')
    return "".join(parts)


def _spacing(style: Look) -> str:
    marks = ""
    if style.before is not None:
        marks += f' w:before="{_points(style.before)}"'
    if style.after is not None:
        marks += f' w:after="{_points(style.after)}"'
    if style.pitch is not None:
        marks += f' w:line="{_points(style.pitch)}" w:lineRule="exact"'
    elif style.single:
        marks += ' w:line="240" w:lineRule="auto"'
    return f"<w:spacing{marks}/>" if marks else ""


def _run_properties(style: Look) -> str:
    parts = []
    if style.bold is not None:
        value = "1" if style.bold else "0"
        parts.append(f'<w:b w:val="{value}"/><w:bCs w:val="{value}"/>')
    if style.colour:
        parts.append(f'<w:color w:val="{style.colour}"/>')
    if style.size is not None:
        parts.append(_size(style.size))
    return "".join(parts)


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def paragraph_style(style: Look) -> str:
    default = ' w:default="1"' if style.name == "Normal" else ""
    based_on = "" if style.name == "Normal" else f'<w:basedOn w:val="{style_id(style.based_on)}"/>'
    followed_by = '<w:next w:val="Normal"/>' if style.name.startswith("heading") else ""
    return (
        f'<w:style w:type="paragraph"{default}{_own(style.name)} w:styleId="{style_id(style.name)}">'
        f"<w:name w:val={quoteattr(style.name)}/>{based_on}{followed_by}<w:qFormat/>"
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr><w:rPr>{_run_properties(style)}</w:rPr></w:style>"
    )


def _character_styles() -> str:
    def style(name: str, properties: str) -> str:
        return (
            f'<w:style w:type="character"{_own(name)} w:styleId="{style_id(name)}">'
            f'<w:name w:val="{name}"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
        )

    def framed(colour: str) -> str:
        return f'<w:bdr w:val="single" w:sz="8" w:space="0" w:color="{colour}"/>'

    reached = f'<w:b/><w:bCs/><w:color w:val="{look.WHITE}"/>{_size(look.SMALL)}{framed(look.ACCENT)}'
    return "".join(
        (
            style("Strong", "<w:b/><w:bCs/>"),
            style("Quiet", f'<w:color w:val="{look.SLATE}"/>'),
            style("Tick box", framed(look.INK)),
            style("Step", f'<w:color w:val="{look.SLATE}"/>{_size(look.SMALL)}{framed(look.STEP_RULE)}'),
            style("Step gap", _size(look.SMALL)),
            style("Step reached", f'{reached}<w:shd w:val="clear" w:color="auto" w:fill="{look.ACCENT}"/>'),
        )
    )


def table_style(name: str, lines: str, cells: tuple[float, float, float, float]) -> str:
    edges = "".join(
        f'<w:{edge} w:w="{twips(width)}" w:type="dxa"/>'
        for edge, width in zip(("top", "left", "bottom", "right"), cells, strict=True)
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
        f"<w:tblCellMar>{edges}</w:tblCellMar></w:tblPr></w:style>"
    )


def border(edge: str, colour: str = look.LINE, size: int = 4) -> str:
    return f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def _table_styles() -> str:
    normal = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )
    between = border("top") + border("bottom") + border("insideH")
    cards = border("top", look.ACCENT, 12) + border("insideV", look.WHITE, 96)
    to_write_on = border("bottom", look.SLATE) + border("insideH", look.SLATE)
    return "".join(
        (
            normal,
            table_style("Letterhead table", border("bottom", look.ACCENT, 8), (0, 0, 1, 0)),
            table_style("Details table", between, (0.9, 0, 0.9, 3)),
            table_style("Ask box", border("left", look.ACCENT, 24), (2, 4, 1.5, 4)),
            table_style("Cards", cards, (1.8, 1, 1.8, 1)),
            table_style("Slip table", between, (1, 0, 1, 3)),
            table_style("Write lines", to_write_on, (1, 0, 0.5, 3)),
        )
    )


def styles_xml(sizes: look.TypeSizes) -> bytes:
    """The whole styles part for one family of pages."""
    fonts = " ".join(f'w:{script}="{look.FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    line = round(look.LINE_SPACING * 240)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
        f"{fonts}/>{_size(sizes.body)}{language}</w:rPr></w:rPrDefault>"
        f'<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="{line}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    paragraphs = "".join(paragraph_style(style) for style in house_styles(sizes))
    lists = '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    body = f"{defaults}{paragraphs}{_character_styles()}{_table_styles()}{lists}"
    return f"<w:styles {NAMESPACES}>{body}</w:styles>".encode()
