"""Words of the trade that a family need not know, and plain words for each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PLAIN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "SEMH": "social, emotional and mental health",
        "SLCN": "speech, language and communication needs",
        "EBSA": "finding it hard to come to school because of worry",
        "EBSNA": "finding it hard to come to school because of worry",
        "CAMHS": "the children's mental health service",
        "EHCP": "education, health and care plan",
        "EHC plan": "education, health and care plan",
        "PEP": "personal education plan",
        "IEP": "individual education plan",
        "SENCO": "the teacher who leads on special educational needs",
        "SENDCo": "the teacher who leads on special educational needs",
        "SEND": "special educational needs and disabilities",
        "SEN": "special educational needs",
        "DSL": "the person who leads on keeping children safe",
        "LAC": "looked after by the local authority",
        "CLA": "looked after by the local authority",
        "CIN": "child in need",
        "MASH": "the council's team for worries about children",
        "TAF": "a meeting of everyone who helps the family",
        "EHA": "early help assessment",
        "FSM": "free school meals",
        "PP": "pupil premium",
        "NEET": "not in education, work or training",
        "SDQ": "strengths and difficulties questionnaire",
        "GAS": "goal scores",
        "EP": "educational psychologist",
        "SALT": "speech and language therapist",
        "EWO": "education welfare officer",
        "LSA": "teaching assistant",
        "HLTA": "senior teaching assistant",
        "SLT": "the school's leaders",
        "HoY": "head of year",
        "LA": "the council",
        "AP": "teaching in another place than school",
        "PSP": "pastoral support plan",
        "FTE": "exclusion for some days",
        "INSET": "a day when school is closed to pupils",
        "dysregulated": "upset, and finding it hard to calm down",
        "dysregulation": "being upset and finding it hard to calm down",
        "interventions": "extra help",
        "intervention": "extra help",
        "safeguarding concern": "a worry about a child's safety",
        "multi-agency": "people from several services",
        "persistent absence": "missing one school day in ten, or more",
        "baseline": "where we began",
        "key stage": "the years in school",
        "differentiation": "work that fits each pupil",
        "provision map": "a list of the extra help",
        "reintegration": "coming back to school",
        "strategies": "things that help",
        "holistic": "looking at everything together",
        "facilitate": "help",
        "utilise": "use",
        "in order to": "to",
        "with regard to": "about",
        "pertaining to": "about",
        "aforementioned": "this",
        "herewith": "with this letter",
        "at your earliest convenience": "as soon as you can",
    }
)  # fmt: skip
"""Each as letters write it: capitals matter for abbreviations."""

DEMANDS = (
    "must", "should", "need to", "needs to", "have to", "has to", "required", "requirement", "compulsory",
    "deadline", "no later than", "immediately", "make sure", "expected to", "you will", "do not forget",
    "don't forget", "don’t forget",
)  # fmt: skip
"""What asks for something where a low-demand profile asks for invitations (look, *Words*)."""
