"""The list in front of the pack: which letter comes where, to whom it goes, how many pages it has."""

from collections.abc import Sequence

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, kinds
from mentor_xl.examine import Examined
from mentor_xl.letter_parts import LetterHead, School, school_of
from mentor_xl.name_at_home import called_in_full
from mentor_xl.print_pack.order import Letter


class PackLine(Context):
    """One letter of the pack."""

    number: int = Field(description="Its number in the pack.", examples=[1])
    to: str = Field(description="The name on the envelope, or who is given it.", examples=["Mrs Ada Marsh"])
    address: str = Field(description="The address in one line, or by hand.", examples=["3 Mill Row, Exeford"])
    title: str = Field(description="What it is.", examples=["Consent to mentoring"])
    pupil: str = Field(description="The pupil's name and ID.", examples=["Ada Marsh (004512)"])
    page: str = Field(description="The page of the pack it starts on.", examples=["3"])
    pages: str = Field(description="How many pages it has.", examples=["2"])
    shares_envelope: bool = Field(description="Whether it can go into the envelope of the one before it.")


class PrintPack(Context):
    """What the cover prints."""

    school: School
    letter: LetterHead
    summary: str = Field(description="How much there is.", examples=["12 letters in 9 envelopes, 4 by hand."])
    letters: tuple[PackLine, ...]


def print_pack(examined: Examined, letters: Sequence[Letter], pages: Sequence[int], first: int) -> PrintPack:
    """The cover of a pack of letters in posting order.

    Args:
        examined: the workbook.
        letters: in posting order.
        pages: how many pages each has; empty where nobody could count them.
        first: the page on which the first letter starts. Every letter starts on a page of odd number.
    """
    casebook, lines, page, before = examined.casebook, [], first, None
    for index, letter in enumerate(letters):
        count = pages[index] if pages else 0
        shares = letter.is_posted and letter.envelope == before
        lines.append(_line(index + 1, letter, casebook, page if pages else 0, count, shares=shares))
        page, before = page + count + count % 2, letter.envelope
    return PrintPack(
        school=school_of(casebook.settings),
        letter=LetterHead(reference="Print pack", date=in_words(examined.today)),
        summary=_summary(lines, sum(letter.is_posted for letter in letters)),
        letters=tuple(lines),
    )


def _line(
    number: int, letter: Letter, casebook: Casebook, page: int, count: int, *, shares: bool
) -> PackLine:
    document = letter.document
    kind = kinds().get(document.kind)
    return PackLine(
        number=number,
        to=document.recipient.greeting.name or document.audience.value.capitalize(),
        address=", ".join(document.recipient.address_lines[1:]) or "by hand",
        title=kind.title if kind else document.kind,
        pupil=_pupil(document.ref, casebook),
        page=str(page or ""),
        pages=str(count or ""),
        shares_envelope=shares,
    )


def _pupil(ref: str | None, casebook: Casebook) -> str:
    pupil = casebook.pupil(ref) if ref else None
    return f"{called_in_full(pupil, Audience.LEADER)} ({ref})" if pupil else ref or "The caseload"


def _summary(lines: Sequence[PackLine], posted: int) -> str:
    envelopes = posted - sum(line.shares_envelope for line in lines)
    by_hand = len(lines) - posted
    parts = (
        f"{_many(posted, 'letter')} in {_many(envelopes, 'envelope')}" if posted else "",
        f"{_many(by_hand, 'letter' if not posted else 'more', plural='letters' if not posted else 'more')} "
        "to hand over in school"
        if by_hand
        else "",
    )
    return f"{', and '.join(filter(None, parts)) or 'No letters'}. Every letter starts on a new sheet."


def _many(count: int, word: str, *, plural: str = "") -> str:
    return f"{count} {word if count == 1 else plural or word + 's'}"
