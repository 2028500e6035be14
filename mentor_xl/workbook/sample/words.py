"""What mentors and pupils of the example write: short, kind, and about nobody in particular."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written where one barrier is the main one."""

    aim: str
    wanted: str
    """What the person who asks hopes for."""
    approaches: tuple[str, ...]
    targets: tuple[tuple[str, str], ...]
    """The pupil's own words, and where things stood."""


PLANS: dict[str, Plan] = {
    "Friendship": Plan(
        "To enjoy break and lunch with others again.",
        "Has someone to be with at lunch.",
        ("Circle of Friends", "Social skills", "Buddy"),
        (
            ("I will sit with someone at lunch on three days", "On one day a week"),
            ("I will say one thing in my group in each lesson", "Silent in most groups"),
        ),
    ),
    "Anxiety or school refusal": Plan(
        "To feel safe enough to be in lessons.",
        "Is in school every day, a little longer each week.",
        ("Graded return", "Solution-focused", "Mentoring outdoors"),
        (
            ("I will be at the gate by 8.40 on four days", "On two days a week"),
            ("I will stay for the whole of art", "Leaves after ten minutes"),
        ),
    ),
    "Behaviour": Plan(
        "To stay in lessons and be proud of them.",
        "Fewer removals, more work finished.",
        ("Solution-focused", "Time-out card", "Coaching"),
        (
            ("I will use my card before I shout", "Three removals a week"),
            ("I will finish four lessons a day", "Two of five"),
        ),
    ),
    "Trauma": Plan(
        "To trust one adult and one room in school.",
        "Comes to an adult when it gets too much.",
        ("Emotional literacy", "Creative work", "Zones of Regulation"),
        (
            ("I will show my colour card when I need a minute", "Leaves without a word"),
            ("I will tell my mentor one good thing each week", "Hardly speaks of the week"),
        ),
    ),
    "Neurodivergence": Plan(
        "A school day with fewer surprises.",
        "Gets through changes of room and teacher calmly.",
        ("Low-demand", "Organisation", "Mentoring outdoors"),
        (
            ("I can look at tomorrow's plan if I like", "Finds out in the morning"),
            ("I can choose the quiet room for ten minutes", "Hides in the toilets"),
        ),
    ),
    "Self-esteem": Plan(
        "To see what goes well, and say it.",
        "Joins in again and hands work in.",
        ("Solution-focused", "Journaling", "Assertiveness"),
        (
            ("I will write down one thing that went well each day", "Names none"),
            ("I will read my work out once a fortnight", "Never"),
        ),
    ),
    "Attendance": Plan(
        "To be here, and glad to be here.",
        "Attendance above 92 by the end of term.",
        ("Motivational interviewing", "Family work", "Coaching"),
        (
            ("I will be in form by 8.45 four days a week", "On two days"),
            ("I will ring school myself when I am ill", "Nobody rings"),
        ),
    ),
    "English as an additional language": Plan(
        "To speak up in English and keep both languages.",
        "Takes part in group work.",
        ("Buddy", "Social skills", "Lego therapy"),
        (
            ("I will ask one question in English each day", "Asks friends in the home language"),
            ("I will show a new pupil round with my buddy", "Has not tried"),
        ),
    ),
    "Anger": Plan(
        "To notice anger early and have a way out.",
        "No more than one time-out a day.",
        ("Zones of Regulation", "Time-out card", "Mentoring outdoors"),
        (
            ("I will walk away and count before I answer", "Answers at once"),
            ("I will tell my teacher when I come back in", "Slips in unseen"),
        ),
    ),
    "Bereavement": Plan(
        "Room to remember, and to have good days.",
        "Has a place to go when sad.",
        ("Creative work", "Counselling skills", "Journaling"),
        (
            ("I will fill one page of my memory book a week", "Has not begun"),
            ("I will go to the quiet room before it gets too much", "Goes home instead"),
        ),
    ),
    "Being bullied": Plan(
        "To feel safe on the way and at break.",
        "Knows whom to tell, and tells.",
        ("Assertiveness", "Circle of Friends", "Mediation"),
        (
            ("I will tell an adult the same day", "Tells after weeks"),
            ("I will spend break at the table tennis", "Stays in the library alone"),
        ),
    ),
    "Emotional literacy": Plan(
        "Words for feelings, and ways to settle.",
        "Says what is wrong instead of going quiet.",
        ("Emotional literacy", "Lego therapy", "Zones of Regulation"),
        (
            ("I will name how I feel at the start of the day", "Shrugs"),
            ("I will ask for help once a lesson", "Waits to be found"),
        ),
    ),
    "Drugs or alcohol": Plan(
        "To look after body and plans.",
        "Thinks about choices and goes to the service.",
        ("Motivational interviewing", "Coaching"),
        (
            ("I will do something with the team on Fridays", "Free on Fridays"),
            ("I will keep my appointment", "None yet"),
        ),
    ),
    "Medical": Plan(
        "To keep up and keep in touch while treated.",
        "Does not fall behind.",
        ("Study skills", "Family work"),
        (("I will do maths online twice a week", "Once"), ("I will see my form once a week", "Once a month")),
    ),
    "Personal organisation": Plan(
        "To have the right things in the right place.",
        "Homework handed in.",
        ("Organisation", "Study skills", "Coaching"),
        (
            ("I will write homework in my planner before I leave", "Half the time"),
            ("I will hand in four of five pieces", "Two of five"),
        ),
    ),
    "Disengagement": Plan(
        "To find what school is for, for me.",
        "Takes part in at least two subjects.",
        ("Motivational interviewing", "Mentoring outdoors", "Club"),
        (
            ("I will choose two lessons to try in", "Tries in none"),
            ("I will bring one question to my mentor each week", "None"),
        ),
    ),
}
OTHER = Plan(
    "To find out together what helps.",
    "We understand what is behind it.",
    ("Solution-focused", "Coaching"),
    (("I will tell my mentor how each day went", "Has not tried"),),
)
"""For a barrier that has no plan of its own."""

STRENGTHS = (
    "Kind to younger pupils and patient with them.",
    "Draws, builds and notices details.",
    "Funny, and loyal to friends.",
    "Plays football and keeps a team together.",
    "Speaks two languages and helps others with words.",
    "Good with animals and with practical work.",
    "Honest, even when it is hard.",
    "Loves music and sings well.",
    "Works hard when the point is clear.",
    "Remembers what matters to other people.",
)
TRIED = (
    "Seat near a friend; helped a little.",
    "Report card for four weeks; no change.",
    "Talks with the form tutor.",
    "Homework club; came twice.",
    "Moved set; better in maths.",
    "Calls home each Friday; family very willing.",
)
VIEWS = (
    "I would like one person to talk to.",
    "I do not know why it happens.",
    "Lunch is the worst part.",
    "It is better in small groups.",
    "I want it to be like last year.",
    "I like it when it is quiet.",
)
CONCERNS = ("Since Easter", "About half a term", "Since the start of term", "More than a year", "Three weeks")
PLACES = ("Mentor room", "Mentor room", "Library", "Garden", "Room 14", "Art room")
NOTES = (
    "Talked through the week; chose the next step.",
    "Good mood. Planned Thursday.",
    "Looked at the timetable together.",
    "Walked round the field and talked.",
    "Practised what to say.",
    "Quiet today; drew, then talked.",
    "Went over the target; nearly there.",
    "Named three things that went well.",
    "Made a plan for the trip.",
    "Tired. Short session, calm end.",
    "Tried the breathing card; will use it.",
    "Finished the poster.",
)
NEXT_STEPS = (
    "Try it on Thursday",
    "Show it to the form tutor",
    "Same again next week",
    "Bring the planner",
    "Ring home on Friday",
    "Ask for the seat by the door",
)
OUTCOMES = (
    "Mentoring goes on as it is. The targets fit.",
    "Things go better. One new target was agreed.",
    "Lunch goes well now; lessons come next.",
    "We keep the weekly time and add a club.",
)
ACTIONS = (
    "Form tutor: new seat by Monday.",
    "Mentor: tell subject teachers about the card.",
    "Family: planner looked at on Sundays.",
    "Mentor: ask about the club.",
)
REWARDS = (
    "A whole week on time",
    "Helping a new pupil to find the way",
    "Speaking up in assembly",
    "Keeping going in maths",
    "Looking after the garden",
    "Being a good team mate",
)
INTERESTS = (
    "drawing",
    "football",
    "baking",
    "dogs",
    "chess",
    "anime",
    "coding",
    "music",
    "gardening",
    "reading",
)
