"""The people around a pupil: who lives where, who is written to, and who must not be."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mentor_xl.records import Contact
from mentor_xl.workbook.sample.draft import Draft, Story
from mentor_xl.workbook.sample.names import Person, another_surname, make_person
from mentor_xl.workbook.sample.school import TOWN, plain

_STREETS = (
    "Fern Lane",
    "Mill Row",
    "Sarum Close",
    "Quay Street",
    "Weir Terrace",
    "Larch Avenue",
    "Tannery Court",
    "St Oswin’s Road",
    "Heron Way",
    "Upper Green",
    "Station Parade",
    "Cobbler’s Yard",
    "Beacon Hill",
    "Orchard Rise",
    "Canal Side",
    "Foundry Street",
    "Priory Gardens",
    "Windmill Drive",
)
_VILLAGES = (None, None, None, "Marsh End", "Little Hollow", "Oxcombe")
_WOMAN_TITLES = ("Mrs", "Mrs", "Ms", "Miss", "Dr")
_MAN_TITLES = ("Mr", "Mr", "Mr", "Mr", "Dr")


@dataclass(frozen=True, slots=True)
class _Home:
    """An address, as a contact's fields have it."""

    line_1: str
    line_2: str | None
    postcode: str

    @property
    def fields(self) -> dict[str, str | None]:
        return {
            "address_line_1": self.line_1,
            "address_line_2": self.line_2,
            "town": TOWN,
            "postcode": self.postcode,
        }


_AUTHORITY = _Home("Civic Centre", "Hall Street", "HW1 1AA")


def make_contacts(draft: Draft, story: Story, sibling: Story | None) -> tuple[Contact, ...]:
    """The pupil's contacts; those of a brother or sister are the same people, on rows of their own."""
    if sibling is None:
        return tuple(_contacts(draft, story))
    return tuple(one.model_copy(update={"pupil_id": story.pupil_id}) for one in sibling.contacts)


def _contacts(draft: Draft, story: Story) -> Iterator[Contact]:
    home, elsewhere = _home(draft), _home(draft)
    match story.role.family:
        case "together":
            yield _parent(draft, story, home, priority=1, relationship="Mother")
            yield _parent(draft, story, home, priority=2, relationship="Father")
        case "apart":
            yield _parent(draft, story, home, priority=1, relationship="Mother")
            yield _parent(draft, story, elsewhere, priority=2, relationship="Father", lives=False)
        case "one parent":
            which = draft.one_of(("Mother", "Mother", "Father"))
            yield _parent(draft, story, home, priority=1, relationship=which)
        case "step-parent":
            yield _parent(draft, story, home, priority=1, relationship="Mother")
            yield _adult(draft, story, home, priority=2, relationship="Step-parent", responsible="No")
            yield _parent(draft, story, elsewhere, priority=3, relationship="Father", lives=False)
        case "grandparent":
            yield _adult(draft, story, home, priority=1, relationship="Grandparent", responsible="Yes")
        case "foster":
            yield from _carers(draft, story, home)
        case "restricted":
            yield _parent(draft, story, home, priority=1, relationship="Mother")
            yield _restricted(draft, story)


def _parent(
    draft: Draft, story: Story, home: _Home, *, priority: int, relationship: str, lives: bool = True
) -> Contact:
    """A parent: a mother's surname is often another one, more often where they live apart."""
    person, is_woman = story.person, relationship == "Mother"
    own = is_woman and draft.chance.random() < (0.5 if story.role.family == "apart" else 0.15)
    surname = another_surname(draft.chance, person) if own else person.surname
    parent = make_person(draft.chance, person.heritage, surname=surname, is_woman=is_woman)
    who = _person_fields(draft, story, parent, priority)
    return _contact(who, home, relationship=relationship, lives=lives, responsible="Yes")


def _adult(
    draft: Draft, story: Story, home: _Home, *, priority: int, relationship: str, responsible: str
) -> Contact:
    adult = make_person(draft.chance, story.person.heritage)
    who = _person_fields(draft, story, adult, priority)
    return _contact(who, home, relationship=relationship, lives=True, responsible=responsible)


def _carers(draft: Draft, story: Story, home: _Home) -> Iterator[Contact]:
    """A foster carer, and whoever acts for the authority, which shares parental responsibility."""
    carer = _person_fields(draft, story, make_person(draft.chance), 1)
    yield _contact(carer, home, relationship="Foster carer", lives=True, responsible="No")
    for priority, relationship in ((2, "Social worker"), (3, "Virtual school head")):
        officer = _person_fields(draft, story, make_person(draft.chance), priority)
        responsible = "Yes" if relationship == "Social worker" else "No"
        yield _contact(officer, _AUTHORITY, relationship=relationship, lives=False, responsible=responsible)


def _restricted(draft: Draft, story: Story) -> Contact:
    """A father whom a court keeps away: no address, no letters."""
    father = make_person(draft.chance, story.person.heritage, surname=story.person.surname, is_woman=False)
    return Contact(
        pupil_id=story.pupil_id,
        priority=2,
        title="Mr",
        forename=father.forename,
        surname=father.surname,
        relationship="Father",
        parental_responsibility="Yes",
        lives_with_pupil=False,
        send_letters=False,
        court_restriction=True,
    )


def _person_fields(draft: Draft, story: Story, person: Person, priority: int) -> dict[str, Any]:
    """Who a contact is and how to reach them."""
    role, chance = story.role, draft.chance
    titles = _WOMAN_TITLES if person.is_woman else _MAN_TITLES
    name, surname = plain(person.forename).lower(), plain(person.surname).lower()
    return {
        "pupil_id": story.pupil_id,
        "priority": priority,
        "title": None if role.has("no title") and priority == 1 else chance.choice(titles),
        "forename": person.forename,
        "surname": person.surname,
        "phone": f"07700 900{chance.randrange(1000):03}",
        "email": f"{name}.{surname}{story.number * 4 + priority}@post.example",
        "language": person.heritage.language,
        "interpreter": role.has("interpreter") and person.heritage == story.person.heritage,
        "format": "Large print" if role.has("large print") and priority == 1 else "Standard",
        "do_not_disclose_address": role.has("address withheld"),
    }


def _contact(
    who: dict[str, Any], home: _Home, *, relationship: str, lives: bool, responsible: str
) -> Contact:
    return Contact.model_validate(
        {
            **who,
            **home.fields,
            "relationship": relationship,
            "parental_responsibility": responsible,
            "lives_with_pupil": lives,
            "send_letters": True,
            "court_restriction": False,
        }
    )


def _home(draft: Draft) -> _Home:
    """A house in a street that is on no map, with a postcode of an area that does not exist."""
    chance = draft.chance
    village = chance.choice(_VILLAGES)
    inward = f"{chance.randrange(1, 10)}{chance.choice('ABDEFGHJLN')}{chance.choice('PQRSTUWXYZ')}"
    street, district = chance.choice(_STREETS), chance.randrange(2, 20)
    return _Home(f"{chance.randrange(1, 140)} {street}", village, f"HW{district} {inward}")
