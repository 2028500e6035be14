"""What is each approach called in words that a family, a pupil or a colleague understands?"""

from collections.abc import Mapping
from types import MappingProxyType

IN_WORDS: Mapping[str, str] = MappingProxyType({
    "Solution-focused": "looking at what already works, and doing more of it",
    "Motivational interviewing": "talking through what matters most, and what could change",
    "Coaching": "coaching: one small goal at a time, and a talk about how it went",
    "Creative work": "drawing, making or music, as a way to think and to talk",
    "Emotional literacy": "finding words for feelings, and ways to settle",
    "Lego therapy": "building together with Lego, each with a job to do",
    "Circle of Friends": "a small circle of classmates who help",
    "Zones of Regulation": "colours for feelings, and ways to feel ready to learn",
    "Circle time": "a talking circle, where everybody has a turn",
    "Journaling": "a private notebook for thoughts and plans",
    "Time-out card": "a card for stepping out for a few minutes, without having to explain",
    "Mediation": "a calm talk with a helper, to put things right between people",
    "Graded return": "small steps back into school and lessons",
    "Study skills": "ways to learn, revise and remember",
    "Organisation": "planners and lists, and the right things ready on the day",
    "Mentoring outdoors": "walking and talking outdoors",
    "Low-demand": "choices instead of instructions, and time to decide",
    "Social skills": "practice in joining in and in keeping friendships going",
    "Assertiveness": "practice in saying what you think, calmly and clearly",
    "Buddy": "a buddy to go round with",
    "Peer mentoring": "time with another pupil who is trained to help",
    "Club": "a club to enjoy with others",
    "Counselling skills": "time to be listened to",
    "Transition work": "getting to know what comes next before it starts",
    "Family work": "planning together with home",
})  # fmt: skip
"""The approaches that are shipped; one that a school added itself is told as it was typed."""


def approach_in_words(approach: str | None) -> str:
    """An approach as a letter says it: ``small steps back into school and lessons``; blank stays blank."""
    return IN_WORDS.get(approach or "", approach or "")
