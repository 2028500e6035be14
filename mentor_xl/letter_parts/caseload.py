"""What a page can print that is about no one pupil by name: the school, the day, who wrote it, figures."""

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, File
from mentor_xl.letter_parts.page import (
    LetterHead,
    School,
    Signatory,
    addressee,
    school_of,
    signatory_of,
)
from mentor_xl.recipients import Recipient
from mentor_xl.wording import Greeting


class NamelessPage(Context):
    """What every such page can print. There is no pupil in it, so no template can name one."""

    school: School = Field(description="The school.", examples=["Thornfield High School"])
    letter: LetterHead = Field(description="Reference and date.", examples=["TH/26/caseload-report/1a2b3c"])
    readers: str = Field(description="Whom it is for.", examples=["For the governing board"])
    signatory: Signatory = Field(description="Who wrote it.", examples=["Mrs Kathleen Salt"])


class Figure(Context):
    """One of the four figures at the top of a report."""

    number: str = Field(description="The figure.", examples=["16"])
    label: str = Field(description="What it counts.", examples=["pupils supported"])


class CountLine(Context):
    """A line of a table of counts."""

    label: str = Field(description="What is counted.", examples=["SEN support"])
    count: str = Field(description="How many; a dash where it may not be told.", examples=["7"])
    bar: str = Field(description="Blank spaces that a shaded style turns into a bar.", examples=["   "])


class CountTable(Context):
    """A table of counts with a bar to each."""

    title: str = Field(description="What the table tells.", examples=["Pupils by year group"])
    lines: tuple[CountLine, ...] = Field(description="The lines.", examples=["SEN support: 7"])
    note: str = Field(description="A sentence under it; empty where none is needed.", examples=["Of 19."])


HIDDEN = "–"
"""What stands for a figure that is too small to be told."""
_LONGEST_BAR = 40
_BLANK = "\N{NO-BREAK SPACE}"


def nameless_parts(file: File, envelope: Envelope, *, instead_of_reference: str = "") -> dict[str, object]:
    """The fields of ``NamelessPage``. Without its reference nobody can look up whom a page is about."""
    return {
        "school": school_of(file.casebook.settings),
        "letter": LetterHead(reference=instead_of_reference or envelope.reference, date=in_words(file.today)),
        "readers": addressee(envelope.to).salutation,
        "signatory": signatory_of(envelope.signs),
    }


def to_governors(file: File) -> Recipient:
    """The governing board, to whom the school itself stands as the row. It is handed over: no address."""
    row = file.casebook.setting_place("school_name").row
    greeting = Greeting("", "For the governing board", "")
    return Recipient(Audience.GOVERNORS, f"Settings!{row}" if row else "Settings", greeting)


def count_lines(labels: tuple[str, ...], counts: tuple[int, ...]) -> tuple[CountLine, ...]:
    """Lines with their bars; the longest bar is that of the largest count."""
    longest = max(counts, default=0)
    return tuple(
        CountLine(label=label, count=str(count), bar=bar(count, longest))
        for label, count in zip(labels, counts, strict=True)
    )


def bar(count: float, longest: float) -> str:
    """Blanks that a shaded style turns into a bar: some where there is anything, none for nothing.

    Those at the ends do not break, so that none of them is dropped at the end of a line.
    """
    if count <= 0 or longest <= 0:
        return ""
    return f"{_BLANK}{' ' * round(_LONGEST_BAR * count / longest)}{_BLANK}"
