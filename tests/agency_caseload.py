"""One pupil with a referral to an agency of every kind, and something in every sheet they are told from."""

from a_caseload import Row, a, cells_of

KINDS = {
    "CAMHS": ("Exe CAMHS", "Parent and pupil"),
    "GP": ("Weir Surgery", "Parent"),
    "School nurse": ("School Nursing", "Parent and pupil"),
    "Education welfare": ("Attendance Service", "Not required"),
    "Drugs and alcohol": ("Clear Path", "Pupil"),
    "Bereavement": ("Balloons", "Parent and pupil"),
    "Teenage pregnancy": ("Bridge Midwives", "Pupil"),
    "Speech and language": ("Talk Together", "Parent"),
    "Counselling": ("Riverside Counselling", "Pupil"),
    "Youth club": ("Boathouse Youth Club", "Parent and pupil"),
    "Family support": ("Exe Family Hub", "Parent"),
    "Educational psychology": ("Exeford EP Service", "Parent"),
    "Receiving school": ("Hill Sixth Form", "Not required"),
    "Other": ("Young Carers Exe", "Parent and pupil"),
}
REASONS = {
    "CAMHS": "Rowan has not stayed in lessons since the summer and says that sleep does not come. In "
    "the last four weeks Rowan left 14 of 40 lessons.",
    "GP": "Rowan has had a headache or felt sick on 9 school mornings since 2 November.",
    "School nurse": "Rowan often has no breakfast and feels faint before noon.",
    "Education welfare": "Attendance has fallen for two half terms. Mondays are the hardest day.",
    "Drugs and alcohol": "Rowan asked to talk with somebody about vaping and about what older friends use.",
    "Bereavement": "Rowan’s grandfather died in July. Rowan would like to meet others who lost somebody.",
    "Teenage pregnancy": "Rowan asked us to find somebody to talk with about what comes next.",
    "Speech and language": "Rowan loses the thread of long instructions and asks a friend what to do.",
    "Counselling": "Rowan would like to talk with somebody who is not a teacher.",
    "Youth club": "Rowan would like to try something new with others of the same age.",
    "Family support": "Mornings are hard at home, and the family would welcome ideas.",
    "Educational psychology": "After two cycles of support Rowan still finds it hard to begin written work.",
    "Receiving school": "Rowan starts with you in September.",
    "Other": "Rowan helps at home before school and would like to meet other young carers.",
}
TRIED = (
    "A quiet place at lunch, and a friend for the way between lessons. Rowan now stays in two more "
    "lessons a day."
)


def _basis(needed: str) -> str:
    return needed if needed in ("Parent", "Pupil") else "Parent and pupil"


def referral_to(kind: str, *, agency: str = "", referral: str = "", consent: str = "") -> tuple[Row, ...]:
    """The rows of one referral: its agency, its consent and itself, with cells changed."""
    name, needed = KINDS[kind]
    number = 10 + list(KINDS).index(kind)
    rows = [
        a("Agencies", f"Agency={name}; Kind={kind}; Contact name=; Consent needed={needed}; "
          f"Address line 1=The Health Centre; Town=Exeford; Postcode=EX2 5AF; {agency}"),
        a("Agency referrals", f"Agency referral ID=A{number}; Agency={name}; Urgency=Soon; "
          f"Desired outcome=Somebody to talk with, and ideas for school.; Support tried={TRIED}; "
          f"Consent ID={'' if needed == 'Not required' else f'K{number}'}"),
    ]  # fmt: skip
    sheet, cells = rows[1]
    rows[1] = (sheet, {**(cells or {}), "Reason": REASONS[kind], **cells_of(referral)})
    if needed != "Not required":
        rows.append(
            a("Consents", f"Consent ID=K{number}; Purpose=Agency referral; Agency={name}; "
              f"Basis={_basis(needed)}; {consent}")
        )  # fmt: skip
    return tuple(rows)


EVIDENCE = {
    "Anxiety or school refusal": "Waited outside the hall before 6 of 10 assemblies",
    "Attendance": "Came after the bell on 7 of 15 Mondays",
    "Speech and language": "Asked a friend what to do in 4 of 5 lessons",
    "Motivation": "Began 1 written task in 5 without help",
    "Self-harm": "SENSITIVE EVIDENCE",
}

WHOLE: tuple[Row, ...] = (
    a("Settings", "Email=office@weir.example; Address line 1=Weir Lane; Town=Exeford; Postcode=EX4 6TB"),
    a("Staff", "Days worked=Mon-Thu; Phone=ext 214; Email=k.salt@weir.example"),
    a("Pupils", "SEN status=K; SEN type 1=SEMH; Attendance %=71.5; Medical plan=Yes; First language=Polish; "
      "Part-time timetable=Yes; Part-time timetable ends=2026-12-18"),
    a("Contacts", "Phone=07700 900111; Interpreter=Yes; Language=Polish"),
    a("Contacts", "Priority=2; Title=Mr; Forename=Bo; Relationship=Father; Phone=07700 900112"),
    a("Referrals", "How long a concern=Since Year 7; Strategies tried=A report card; "
      "Strengths=Kind to younger pupils, and good with bicycles.; "
      "Pupil's view=I would like it to be quieter, and to know what happens next."),
    a("Targets", "Strategy=Organisation; Help needed=a card with three steps; Baseline=Begins 1 task in 5"),
    a("Targets", "Target ID=T2; Target=Ask one question in a lesson; Strategy=Coaching; Score=; "
      "Baseline=Never"),
    a("Sessions", "Approach=Coaching"),
    a("Sessions", "Date=2026-11-09; Approach=Organisation"),
    a("Sessions", "Date=2026-11-02; Attended=Absent"),
    *(a("Barriers", f"Pupil ID=000001; Assessed on=2026-09-22; Barrier={barrier}; "
        f"Evidence={seen}") for barrier, seen in EVIDENCE.items()),
    a("Steps", "Pupil ID=000001; Step=1; What=Meet at the gate; Done on=2026-11-09; Outcome=Managed"),
    a("Steps", "Pupil ID=000001; Step=2; What=One lesson with a friend; Done on=2026-11-16; "
      "Outcome=Stepped back"),
    a("Steps", "Pupil ID=000001; Step=3; What=Two lessons a day; Planned for=2026-11-30"),
    a("Attendance", "Pupil ID=000001; From=2026-09-03; To=2026-10-23; Possible sessions=74; "
      "Attended sessions=52; Authorised=14; Unauthorised=8; Late=5"),
    a("Attendance", "Pupil ID=000001; From=2026-11-02; To=2026-11-20; Possible sessions=30; "
      "Attended sessions=18; Authorised=8; Unauthorised=4; Late="),
    a("Measures", "Score=3"),
    a("Measures", "Score=5; Phase=Middle; Taken on=2026-11-10"),
    a("Measures", "Measure=SDQ total difficulties; Score=17"),
    a("Scales"),
    a("Scales", "Measure=SDQ total difficulties; Highest=40; Better is=Lower"),
    a("Passports", "Pupil ID=000001; Version date=2026-10-01; Agreed with=Rowan; "
      "How to talk with me=Short sentences, one thing at a time.; "
      "What helps=A card with the steps.; Adjustments=A seat near the door."),
    a("Cases"),
    a("Consents"),
)  # fmt: skip
"""All that the sheets hold of one pupil but the agencies."""
