"""When is SEN support, a medical plan or a pupil passport to be looked at again? (reference 2.1)"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.deadlines.counting import Reckoning
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Passport
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)


def support_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """Once a term from the last one held; a school that keeps none here is not asked for the first."""
    for pupil_id in diary.pupil_ids_reviewed("SEN support review"):
        pupil = diary.pupil(pupil_id)
        if pupil is None or (pupil.sen_status != "K" and "sen_status" not in pupil.unread):
            continue
        reviews = diary.reviews(pupil, rule.review)
        matter = Matter(pupil, pupil, diary.mentor_of(pupil))
        days = [day for row in reviews.held if (day := row.held_on)]
        wanted = diary.unreadable(rule, pupil, *reviews.rows)
        if wanted:
            yield diary.needs_a_date(rule, matter, wanted, reviews.coming)
        elif days:
            before = diary.reckon(rule, days[-2]) if len(days) > 1 else None
            yield diary.held(rule, matter, days[-1], reviews.held[-1], before)
            yield diary.due(rule, matter, diary.reckon(rule, days[-1]), reviews.coming)


def medical_plan_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """From the last review held, else from the day the plan was agreed."""
    for pupil in diary.pupils():
        agreed = diary.happened(pupil, "Medical plan agreed")
        has_plan = pupil.medical_plan or (pupil.medical_plan is None and (agreed.past or agreed.unread))
        if not has_plan:
            continue
        reviews = diary.reviews(pupil, rule.review)
        matter = Matter(pupil, agreed.last or pupil, diary.mentor_of(pupil))
        held = reviews.held_from(agreed.last_day)
        days = [day for day in (agreed.last_day, *(row.held_on for row in held)) if day]
        wanted = diary.unreadable(rule, pupil, *agreed.unread, *reviews.rows)
        if wanted:
            yield diary.needs_a_date(rule, matter, wanted, reviews.coming)
        elif not days:
            place = diary.casebook.place(pupil, "medical_plan")
            reason = "is Yes, and Events has no “Medical plan agreed” of this pupil"
            yield diary.needs_a_date(rule, matter, place, reviews.coming, reason)
        else:
            if held:
                before = diary.reckon(rule, days[-2]) if len(days) > 1 else None
                yield diary.held(rule, matter, held[-1].held_on, held[-1], before)
            yield diary.due(rule, matter, diary.reckon(rule, days[-1]), reviews.coming)


def passport_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """A term from the last look at the latest version, else its own Review by, else a term from it."""
    for passport in _latest_versions(diary):
        pupil = diary.pupil(passport.pupil_id)
        if pupil is None:
            continue
        reviews = diary.reviews(pupil, rule.review)
        matter = Matter(pupil, passport, diary.mentor_of(pupil))
        held = reviews.held_from(passport.version_date)
        wanted = diary.unreadable(rule, passport, *reviews.rows)
        reckoning = _look_again_on(rule, diary, passport, held[-1].held_on if held else None)
        if wanted or reckoning is None:
            place = wanted or diary.casebook.place(passport, "version_date")
            yield diary.needs_a_date(rule, matter, place, reviews.coming)
        else:
            if held:
                yield diary.held(rule, matter, held[-1].held_on, held[-1])
            yield diary.due(rule, matter, reckoning, reviews.coming)


def _latest_versions(diary: Diary) -> Iterator[Passport]:
    found: dict[str, Passport] = {}
    for one in sorted(diary.casebook.passports, key=lambda one: one.version_date or dt.date.min):
        found[one.pupil_id.casefold()] = one
    return iter(found.values())


def _look_again_on(
    rule: DeadlineRule, diary: Diary, passport: Passport, held_on: dt.date | None
) -> Reckoning | None:
    if passport.review_by is not None and held_on is None:
        return diary.reckon_on(rule, passport.review_by, "The passport's Review by")
    anchor = held_on or passport.version_date
    return diary.reckon(rule, anchor) if anchor else None


SUPPORT_RULES = (
    DeadlineRule(
        slug="sen-support-review",
        reference="SEN-APDR",
        name="SEN support review",
        amount=1,
        unit="terms",
        strength="soft",
        source="SEND Code of Practice 6.45-6.56: usually once a term, parents met three times a year",
        nations=_ENGLAND,
        review="SEN support review",
        uses=(("Pupils", "SEN status"), ("Reviews", "Held on")),
        find=support_reviews,
    ),
    DeadlineRule(
        slug="medical-plan-review",
        reference="IHCP",
        name="Medical plan review",
        amount=12,
        unit="months",
        strength="soft",
        source="Good practice: once a year, and when needs change; no source read yet (reference 2.1)",
        check_locally=True,
        review="Medical plan review",
        uses=(("Pupils", "Medical plan"), ("Events", "Date"), ("Reviews", "Held on")),
        find=medical_plan_reviews,
    ),
    DeadlineRule(
        slug="passport-review",
        reference="PASSPORT",
        name="Passport review",
        amount=1,
        unit="terms",
        strength="soft",
        source="Good practice: passports are monitored, once a term by default (reference 2.1)",
        check_locally=True,
        review="Passport review",
        uses=(("Passports", "Version date"), ("Passports", "Review by"), ("Reviews", "Held on")),
        find=passport_reviews,
    ),
)
