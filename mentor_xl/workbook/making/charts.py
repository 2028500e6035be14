"""Native bar charts in the house's look: no grid, no frame, the number at the end of each bar."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look


def bar_chart(
    sheet: Worksheet,
    names: str,
    values: Sequence[str],
    colours: Sequence[str],
    *,
    across: bool,
    each_its_colour: bool = False,
) -> BarChart:
    """Bars of one sheet's figures: one series for each range of ``values``, headed by the cell above it.

    ``across``: the bars lie, the first on top. ``each_its_colour``: a colour for each bar, not each series.
    """
    chart = BarChart()
    chart.type = "bar" if across else "col"
    chart.style = None
    chart.gapWidth = 45
    chart.overlap = 0
    for cells, colour in zip(values, colours, strict=False):
        chart.series.append(_series(sheet, cells, colour, colours if each_its_colour else ()))
    chart.set_categories(Reference(worksheet=sheet, range_string=f"'{sheet.title}'!{names}"))
    _dress_axes(chart, across=across)
    chart.visible_cells_only = False
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    chart.plot_area.graphicalProperties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    chart.legend = Legend(legendPos="b", txPr=_type()) if len(values) > 1 else None
    return chart


def _series(sheet: Worksheet, cells: str, colour: str, colour_of_each: Sequence[str]) -> Series:
    reference = Reference(worksheet=sheet, range_string=f"'{sheet.title}'!{cells}")
    series: Series = SeriesFactory(reference, title_from_data=True)
    series.graphicalProperties = _filled(colour)
    series.dPt = [DataPoint(idx=index, spPr=_filled(one)) for index, one in enumerate(colour_of_each)]
    series.dLbls = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False,
        showPercent=False, txPr=_type(look.INK, bold=True),
    )  # fmt: skip
    return series


def _filled(colour: str) -> GraphicalProperties:
    return GraphicalProperties(solidFill=colour, ln=LineProperties(noFill=True))


def _dress_axes(chart: BarChart, *, across: bool) -> None:
    chart.x_axis.delete = False
    chart.x_axis.majorTickMark = "none"
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=look.LINE))
    chart.x_axis.txPr = _type()
    if across:
        chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0


def _type(colour: str = look.SLATE, *, bold: bool = False) -> RichText:
    """Small type for what stands in a chart."""
    face = Font(typeface=look.FONT)
    characters = CharacterProperties(latin=face, sz=int(look.SMALL * 100), b=bold, solidFill=colour)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=characters), endParaRPr=characters)
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])
