"""What else does Word keep beside the text (theme, fonts, bullets, settings), set to the house's own?"""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from letter_templates._drawn.style_sheet import styles_xml
from letter_templates._drawn.styles import NAMESPACES, twips
from mentor_xl import look

_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Mentor XL</Application></Properties>"
)


def fit_out(document: Document, sizes: look.TypeSizes) -> None:
    """Put the house's styles, theme, bullets and settings in place of python-docx's."""
    part = document.part
    part._styles_part._element = parse_xml(styles_xml(sizes))
    part._settings_part._element = parse_xml(_settings_xml())
    part.numbering_part._element = parse_xml(_numbering_xml())
    theme = part.part_related_by(RELATION.THEME)
    theme._blob = _theme_xml(theme.blob)
    part.part_related_by(RELATION.FONT_TABLE)._blob = _XML + _font_table_xml()
    part.package.part_related_by(RELATION.EXTENDED_PROPERTIES)._blob = _XML + _APPLICATION.encode()


def _settings_xml() -> bytes:
    """Word 2013's layout rules, British English, and no change that Word would make on opening."""
    rules = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    settings = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_COMPATIBILITY}" w:val="{value}"/>'
        for name, value in rules.items()
    )
    scheme = (
        'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" '
        'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"'
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{settings}</w:compat>"
        f'<w:themeFontLang w:val="en-GB"/><w:clrSchemeMapping {scheme}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


def _numbering_xml() -> bytes:
    indent = twips(6)
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{look.ACCENT}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()


def _font_table_xml() -> bytes:
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{look.FONT}"><w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def _theme_xml(blob: bytes) -> bytes:
    """The theme with the house's fonts and colours, so that what people add later matches."""
    theme = etree.fromstring(blob)
    for fonts in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        for font in list(fonts):
            if font.tag == qn("a:latin"):
                font.set("typeface", look.FONT)
            elif font.tag == qn("a:font"):
                fonts.remove(font)
    colours = {
        "dk1": look.INK, "lt1": look.WHITE, "dk2": look.SLATE, "lt2": look.PAPER, "hlink": look.ACCENT,
        "folHlink": look.SLATE,
        **{f"accent{at}": colour for at, colour in enumerate(look.CHART_SERIES, start=1)},
    }  # fmt: skip
    for name, colour in colours.items():
        slot = next(theme.iter(qn(f"a:{name}")))
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", colour)
    etree.cleanup_namespaces(theme)
    return _XML + bytes(etree.tostring(theme))
