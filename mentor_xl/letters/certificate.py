"""Certificates: for what was rewarded, and for a target that was reached, whatever the target was."""

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import latest_case, to_pupil, who_signs
from mentor_xl.letters.pupils_page import PupilsPage, nothing_to_print, page_parts
from mentor_xl.progress import is_met
from mentor_xl.records import Record

RECENT = 14
"""Days in which a certificate is made for everybody; asked for one pupil, older ones are made too."""


class Achievement(Context):
    """What the certificate is for."""

    words: str = Field(description="What it is for.", examples=["Helping a new pupil to find the way"])
    date: str = Field(description="The day.", examples=["16 October 2026"])
    is_target: bool = Field(description="Whether it is for a target that was reached.", examples=[False])


class CertificatePage(PupilsPage):
    """What a certificate can print."""

    achievement: Achievement


@letter(
    "Certificate",
    to=(Audience.PUPIL,),
    when=f"a certificate was given or a target was met in the last {RECENT} days",
    contexts=(CertificatePage,),
    uses=(("Rewards", "Date"), ("Rewards", "For"), ("Targets", "Status")),
    on_request=True,
)
def certificate(file: PupilFile) -> Iterator[Wanted]:
    """One for each certificate on the Rewards sheet, and one for each target that was met."""
    found = [*_rewards(file), *_targets(file)]
    for key, record, achievement, day in found:
        if file.is_asked_for or (day and (file.today - day).days < RECENT):
            yield _wanted(file, key, record, achievement)
    if not found:
        none = Refusal("No certificate has been given, and no target has been met.", "nothing-to-certify")
        yield from nothing_to_print(file, (to_pupil(file),), none)


Found = tuple[str, Record, Achievement, dt.date | None]
"""What it is about, in the words that tell it from others; its row; what it is for; the day."""


def _rewards(file: PupilFile) -> Iterator[Found]:
    for reward in file.casebook.rewards:
        if reward.pupil_id == file.pupil.pupil_id and reward.reward == "Certificate" and reward.for_:
            day = reward.date if file.is_sound(reward, "date") else None
            key = f"{reward.pupil_id}|{reward.date}|{reward.for_}"
            yield key, reward, _achievement(reward.for_.strip().rstrip("."), day), day


def _targets(file: PupilFile) -> Iterator[Found]:
    """A target met is told without its words: on a wall they would say why somebody has a mentor."""
    for target in file.casebook.targets_of(file.pupil.pupil_id):
        if is_met(target):
            day = target.scored_on if file.is_sound(target, "scored_on") else None
            reached = _achievement("Setting a target, and reaching it", day, is_target=True)
            yield target.target_id, target, reached, day


def _achievement(words: str, day: dt.date | None, *, is_target: bool = False) -> Achievement:
    return Achievement(words=words, date=in_words(day) if day else "", is_target=is_target)


def _wanted(file: PupilFile, key: str, record: Record, achievement: Achievement) -> Wanted:
    case = latest_case(file)
    return Wanted(
        row_key=key,
        to=(to_pupil(file),),
        signs=who_signs(file, case.mentor if case else None),
        context=lambda envelope: _page(file, envelope, achievement),
        drawn_from=(record,),
    )


def _page(file: PupilFile, envelope: Envelope, achievement: Achievement) -> CertificatePage:
    parts = page_parts(file, envelope, latest_case(file))
    return CertificatePage.model_validate({**parts, "achievement": achievement})
