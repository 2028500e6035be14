"""The pupil passport: the latest version, for the pupil, the family and those who teach the pupil.

A version that nobody has agreed is a draft: it does not go to teachers. One past its review day is
printed and says so, because an old passport helps a teacher more than none.
"""

from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import has_own_letters, latest_case, to_family, to_pupil, to_teachers, who_signs
from mentor_xl.letter_parts.passports import latest_passport
from mentor_xl.letters.pupils_page import PupilsPage, nothing_to_print, page_parts
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Passport

LONG = 1000
"""Letters, all boxes together, from which a passport is set in smaller type."""


class PassportWords(Context):
    """What the pupil wants adults to know; what was left blank is empty."""

    strengths: str = Field(description="What the pupil is good at.", examples=["I am good at drawing."])
    i_like: str = Field(description="What the pupil enjoys.", examples=["Dogs, baking and drawing."])
    what_worries_me: str = Field(description="What the pupil finds hard.", examples=["Loud corridors."])
    what_helps: str = Field(description="What helps on a hard day.", examples=["Five quiet minutes."])
    what_does_not_help: str = Field(
        description="What makes a hard day harder.", examples=["Being asked in front of everyone."]
    )
    how_to_talk_with_me: str = Field(
        description="How the pupil likes to be spoken with.", examples=["Side by side."]
    )
    adjustments: str = Field(description="What school changes.", examples=["Leaves lessons early."])
    see_me_clearly: str = Field(
        description="What to see behind what the pupil does.", examples=["When I go quiet, I am thinking."]
    )
    agreed_with: str = Field(description="Who agreed this version.", examples=["Pupil and parent"])
    version: str = Field(description="The day of this version.", examples=["28 September 2026"])
    review_by: str = Field(description="The day to look at it again.", examples=["18 December 2026"])
    is_long: bool = Field(description="Whether it takes smaller type to stay on one page.", examples=[False])
    is_past_review: bool = Field(description="Whether that day has passed.", examples=[False])


class PassportPage(PupilsPage):
    """What a passport can print."""

    passport: PassportWords


@letter(
    "Pupil passport",
    to=(Audience.TEACHER, Audience.PUPIL, Audience.PARENT),
    when="there is a passport; teachers get it once it is agreed",
    contexts=(PassportPage,),
    uses=(("Passports", "Version date"),),
    on_request=True,
)
def passport(file: PupilFile) -> Iterator[Wanted]:
    """One page each for the pupil, every home and the pupil's teachers, from the latest version."""
    versions = [row for row in file.casebook.passports if row.pupil_id == file.pupil.pupil_id]
    to_home = (to_pupil(file), *(() if has_own_letters(file) else to_family(file)))
    if not versions:
        none = Refusal("There is no passport for this pupil.", "no-passport")
        yield from nothing_to_print(file, (to_teachers(file), *to_home), none)
        return
    latest, refusal = _latest(file, versions)
    yield _wanted(file, latest, to_home, refusal)
    draft = Refusal("Nobody has agreed this version of the passport yet.", "passport-not-agreed")
    yield _wanted(file, latest, (to_teachers(file),), refusal or (None if latest.agreed_with else draft))


def _latest(file: PupilFile, versions: list[Passport]) -> tuple[Passport, Refusal | None]:
    """The latest version by today; or any, and why nobody can say which one that is."""
    for row in versions:
        if row.version_date is None:
            place = file.casebook.place(row, "version_date")
            return row, Refusal(f"{place}: which passport is the latest cannot be said.", "unread-passport")
    to_come = Refusal("The passport's version date is still to come.", "passport-to-come")
    latest = latest_passport(file)
    return (latest, None) if latest else (versions[0], to_come)


def _wanted(
    file: PupilFile, row: Passport, to: tuple[Recipient | NoLetter, ...], refusal: Refusal | None
) -> Wanted:
    case = latest_case(file)
    # The pupil's copy and the teachers' go to the same row of the workbook; the edition tells them apart.
    edition = "staff" if isinstance(to[0], Recipient) and to[0].audience is Audience.TEACHER else "own"
    return Wanted(
        row_key=f"{row.pupil_id}|{row.version_date}|{edition}",
        to=to,
        signs=who_signs(file, case.mentor if case else None),
        context=lambda envelope: _page(file, envelope, row),
        drawn_from=(row,),
        refusal=refusal,
    )


_WORDS = (
    "strengths", "i_like", "what_worries_me", "what_helps", "what_does_not_help", "how_to_talk_with_me",
    "adjustments", "see_me_clearly", "agreed_with",
)  # fmt: skip


def _page(file: PupilFile, envelope: Envelope, row: Passport) -> PassportPage:
    review_by = row.review_by if file.is_sound(row, "review_by") else None
    typed = {name: getattr(row, name) or "" for name in _WORDS}
    words = {
        **typed,
        "is_long": sum(map(len, typed.values())) > LONG,
        "version": in_words(row.version_date) if row.version_date else "",
        "review_by": in_words(review_by) if review_by else "",
        "is_past_review": review_by is not None and review_by < file.today,
    }
    parts = page_parts(file, envelope, latest_case(file))
    return PassportPage.model_validate({**parts, "passport": words})
