"""What the pupil's own pages are given, short and long, for tests of what they say and of their room."""

from types import SimpleNamespace

Fields = dict[str, object]

SHARED: Fields = {
    "school": {
        "name": "Thornfield High School",
        "letterhead_line": "Weir Lane, Exeford EX4 6TB · 01392 555014 · office@thornfield.example",
        "safeguarding_lead": "Ms H. Lindqvist",
        "headteacher": "Mr S. Achterberg",
        "website": "www.thornfield.example",
    },
    "letter": {"reference": "TH/26/page/4ada55", "date": "23 November 2026"},
    "recipient": {
        "address_lines": ("Mr and Mrs Adeyemi", "3 Mill Row", "Exeford", "EX4 3AB"),
        "salutation": "Dear Mr and Mrs Adeyemi",
        "close": "Yours sincerely",
        "interpreter": "",
    },
    "signatory": {
        "name": "Mrs Kathleen Salt",
        "role": "Learning mentor",
        "days_worked": "Mon-Thu",
        "phone": "ext 214",
        "email": "k.salt@thornfield.example",
    },
    "pupil": SimpleNamespace(known_as="Tolu", full_name="Tolu Adeyemi", year="Year 8", form="8B"),
    "contact_us": "phone 01392 555014 (ext 214) or email k.salt@thornfield.example",
    "reply_by": "",
    "mentor": "Mrs Salt",
    "low_demand": False,
    "mentoring": {"how_often": "once a week", "sessions": "12 sessions"},
    "mentor_days": "Mon-Thu",
    "mentor_role": "Learning mentor",
    "mentor_phone": "ext 214",
    "mentor_email": "k.salt@thornfield.example",
    "contact_mentor": "phone 01392 555014 (ext 214) or email k.salt@thornfield.example",
    "is_from_mentor": True,
}
LOW: Fields = SHARED | {"low_demand": True}

ONE_SENTENCE = "Five minutes of quiet before the lesson, and a picture of the day on my table."
LONG = f"{ONE_SENTENCE} " * 3
WORDS = (
    "strengths", "i_like", "what_worries_me", "what_helps", "what_does_not_help", "how_to_talk_with_me",
    "adjustments", "see_me_clearly",
)  # fmt: skip


def passport(words: str, **others: object) -> Fields:
    """A passport with these words in every box."""
    fields: Fields = dict.fromkeys(WORDS, words)
    fields |= {"agreed_with": "Pupil and parent", "version": "28 September 2026", "is_past_review": False}
    fields |= {"review_by": "18 December 2026", "is_long": len(words) * len(WORDS) > 1000}
    return SHARED | {"passport": fields | others}



def certificate(words: str, full_name: str = "Tolu Adeyemi") -> Fields:
    """A certificate for this."""
    achievement = {"words": words, "date": "16 October 2026", "is_target": False}
    return SHARED | {"pupil": SimpleNamespace(full_name=full_name), "achievement": achievement}


CERTIFICATE = certificate("Helping a new pupil to find the way")
LONG_CERTIFICATE = certificate(
    "Looking after the garden every lunchtime, and showing three younger pupils how to plant beans",
    "Oluwatobiloba Adeyemi-Fotheringham",
)


def ladder(steps: int) -> Fields:
    """A ladder of so many steps, the first three of them managed."""
    lines = [
        {
            "number": str(number),
            "what": "Half an hour in the mentor room, then the garden",
            "state": "done" if number < 4 else "",
            "is_done": number < 4,
            "day": "25 November",
        }
        for number in range(steps, 0, -1)
    ]
    return SHARED | {"steps": lines}


TO_DO: Fields = SHARED | {"targets": ("Use my time-out card before I shout", "Finish 4 lessons a day")}

PAGES: dict[str, Fields] = {
    "mentoring-information.pupil": SHARED,
    "mentoring-agreement": SHARED,
    "meet-your-mentor.pupil": SHARED,
    "passport.pupil": passport(ONE_SENTENCE),
    "certificate": CERTIFICATE,
    "time-out-card": SHARED,
    "step-ladder-card": ladder(5),
    "to-do-list": TO_DO,
    "emotion-check-in": SHARED,
}
"""What every page that a pupil reads is given, by its template."""
