"""Which name goes home, and what is held back until it is said (decisions, *Privacy*)."""

import pytest
from a_caseload import TODAY, USUAL, a, all_text, casebook_of, made, outcome

import mentor_xl.letters
import mentor_xl.reports
from mentor_xl.audience import Audience
from mentor_xl.documents import Document, kinds
from mentor_xl.name_at_home import called, is_to_be_asked, telling_names, telling_pronouns
from mentor_xl.pupil_view import PupilView
from mentor_xl.records import Pupil

REGISTERED = (mentor_xl.letters, mentor_xl.reports)
WHOLE = tuple(a(sheet) for sheet in USUAL if sheet != "Pupils")
DANIELLE = "Legal forename=Daniel; Known as=Danielle; Pronouns=she/her"


def pupil(cells: str) -> Pupil:
    return casebook_of(a("Pupils", cells)).pupils[0]


ASKED = {
    "Known as=Rowan; Pronouns=they/them": True,
    "Known as=Rowan; Pronouns=she/her": True,
    "Known as=Rowan; Pronouns=she/her; Sex=F": False,
    "Known as=Rowan; Pronouns=She / Her / Hers; Sex=female": False,
    "Known as=Rowan; Pronouns=he; Sex=Boy": False,
    "Known as=Rowan; Pronouns=he/him; Sex=F": True,
    "Known as=Rowan; Pronouns=she/they; Sex=F": True,
    "Known as=Rowan; Pronouns=they/them; Sex=M": True,
    "Known as=Rowan; Pronouns=she/her; Sex=not given": True,
    "Known as=Rowan; Pronouns=": False,
    "Known as=; Pronouns=they/them": False,
    "Known as=ROWENA; Pronouns=they/them": False,
    "Known as=Rowan; Pronouns=they/them; Name for letters home=Known as": False,
    "Known as=Rowan; Pronouns=they/them; Name for letters home=Legal forename": False,
    "Known as=Rowan; Pronouns=they/them; Name for letters home=?": True,
    "Known as=Rowan; Pronouns=; Name for letters home=ask Mum": True,
}


@pytest.mark.parametrize("cells", ASKED)
def test_the_name_is_asked_for_only_where_a_family_may_not_know_it(cells: str) -> None:
    assert is_to_be_asked(pupil(cells)) is ASKED[cells]


def test_until_it_is_said_nothing_goes_home_and_the_cell_is_named() -> None:
    held = made("review-invitation", *WHOLE, a("Pupils", DANIELLE), asked=True)
    assert outcome(held) == ["name-at-home", "pupil Pupils!2"]
    assert held[0].why.startswith("Pupils!D2: ")  # type: ignore[union-attr]
    held = made("review-invitation", *WHOLE, a("Pupils", f"{DANIELLE}; Name for letters home="), asked=True)
    assert held[0].why.startswith("Pupils!H2: ")  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", [k.slug for k in kinds().values() if Audience.PARENT in k.audiences])
def test_where_the_legal_forename_is_chosen_no_parents_page_can_print_another_name(kind: str) -> None:
    home = "Name for letters home=Legal forename"
    nameless = a("Contacts", "Priority=2; Forename=; Surname=; Address line 1=1 Mill Row")
    rows = [row for row in WHOLE if row[0] != "Contacts"]
    groups = ("Groups", {"Group": "Friday", "Pupils": "000001", "Mentor": "KSA", "Ends on": ""})
    for status in ("Active", "Closed; Closing reason=Targets met; Closed on=2026-11-20"):
        mine = [row for row in rows if row[0] != "Cases"]
        case = a("Cases", f"Status={status}")
        pages = made(
            kind, *mine, case, groups, a("Contacts"), nameless, a("Pupils", f"{DANIELLE}; {home}"), asked=True
        )
        for page in (one for one in pages if isinstance(one, Document)):
            text = all_text(page.context)
            assert ("Danielle" in text) is (page.audience is not Audience.PARENT)
            assert ("she/her" in text) is (page.audience is not Audience.PARENT)


def test_everybody_but_the_family_reads_the_name_that_the_pupil_uses() -> None:
    one = pupil(f"{DANIELLE}; Name for letters home=Legal forename")
    assert {reader for reader in Audience if called(one, reader) == "Daniel"} == {Audience.PARENT}
    assert called(pupil(DANIELLE), Audience.PARENT) == "Danielle"


def test_a_template_of_the_schools_own_gets_no_pronouns_for_the_family() -> None:
    one = pupil(f"{DANIELLE}; Name for letters home=Legal forename")
    said = {reader: PupilView(one, reader, TODAY).pronouns for reader in (Audience.PARENT, Audience.PUPIL)}
    assert said == {Audience.PARENT: "", Audience.PUPIL: "she/her"}


def test_what_tells_is_what_the_legal_name_does_not_have() -> None:
    assert telling_names(pupil("Legal forename=Anna Maria; Known as=Maria Jo")) == {"jo"}
    assert telling_pronouns(pupil("Pronouns=she/they")) == {"she", "her", "hers", "herself"}
    assert telling_pronouns(pupil("Pronouns=they/them")) == frozenset()
    assert telling_pronouns(pupil("Pronouns=he/him; Sex=M")) == frozenset()


def test_no_copy_of_an_agencys_letter_is_promised_to_a_family_that_may_not_know() -> None:
    rows = [
        *(row for row in WHOLE if row[0] not in ("Consents", "Agencies")),
        a("Agencies", "Kind=GP"),
        a("Consents"),
        a("Consents", "Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS"),
    ]
    for cells, promised in ((DANIELLE, False), (f"{DANIELLE}; Sex=F", True)):
        (page,) = (one for one in made("agency-referral", *rows, a("Pupils", cells), asked=True)
                   if isinstance(one, Document))  # fmt: skip
        assert ("A copy goes to the parents" in all_text(page.context)) is promised
