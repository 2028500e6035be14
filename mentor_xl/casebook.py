"""The whole workbook as one value: a tuple of records for each sheet, and the look-ups between them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, TypeVar, get_args, get_type_hints

from mentor_xl.problems import Place
from mentor_xl.records import (
    Agency,
    AgencyReferral,
    AttendanceRow,
    BarrierAssessment,
    BehaviourRow,
    CalendarPeriod,
    Case,
    Consent,
    Contact,
    Event,
    Explanation,
    Measure,
    MentoringGroup,
    Passport,
    PeerMeeting,
    PeerPair,
    PeerPoolEntry,
    Policy,
    Pupil,
    Record,
    Referral,
    Review,
    RewardGiven,
    RuleOverride,
    Scale,
    Session,
    Settings,
    StaffMember,
    Step,
    Target,
    TrainingRecord,
    columns_of,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """How the user laid a sheet out: which column holds which heading, as typed."""

    sheet: str
    """The sheet's name as typed."""
    heading_row: int | None = None
    columns: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Attribute to (column counted from 0, heading as typed)."""
    own: Mapping[str, int] = field(default_factory=dict)
    """The school's own headings to their column."""


@dataclass(frozen=True)
class Casebook:
    """All records of one workbook, in the workbook's own order.

    Sheets that people type in are the fields, in the order of the workbook; a sheet that is missing is
    an empty tuple. Look-ups answer ``None`` or an empty tuple for what is not there, and for an ID that
    stands on two rows: nobody can say which of them is meant.
    """

    settings: Settings = field(default_factory=Settings)
    calendar: tuple[CalendarPeriod, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    pupils: tuple[Pupil, ...] = ()
    contacts: tuple[Contact, ...] = ()
    referrals: tuple[Referral, ...] = ()
    cases: tuple[Case, ...] = ()
    consents: tuple[Consent, ...] = ()
    barriers: tuple[BarrierAssessment, ...] = ()
    targets: tuple[Target, ...] = ()
    sessions: tuple[Session, ...] = ()
    steps: tuple[Step, ...] = ()
    events: tuple[Event, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    behaviour: tuple[BehaviourRow, ...] = ()
    measures: tuple[Measure, ...] = ()
    scales: tuple[Scale, ...] = ()
    agencies: tuple[Agency, ...] = ()
    agency_referrals: tuple[AgencyReferral, ...] = ()
    reviews: tuple[Review, ...] = ()
    passports: tuple[Passport, ...] = ()
    groups: tuple[MentoringGroup, ...] = ()
    peer_pool: tuple[PeerPoolEntry, ...] = ()
    peer_pairs: tuple[PeerPair, ...] = ()
    peer_meetings: tuple[PeerMeeting, ...] = ()
    rewards: tuple[RewardGiven, ...] = ()
    training: tuple[TrainingRecord, ...] = ()
    policies: tuple[Policy, ...] = ()
    rules: tuple[RuleOverride, ...] = ()
    explanations: tuple[Explanation, ...] = ()

    layouts: Mapping[str, SheetLayout] = field(default_factory=dict)
    """How each sheet that was found is laid out, by the sheet's own name."""
    setting_rows: Mapping[str, int] = field(default_factory=dict)
    """The row of each setting, by attribute."""

    _indexes: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Look-ups already made: each is made once, when first asked for."""

    # -- one record by its key ---------------------------------------------------------------

    def pupil(self, pupil_id: str | None) -> Pupil | None:
        """The pupil with this ID; ``None`` where it is unknown or stands on two rows."""
        # Most IDs are spelled as on Pupils: this is asked a million times.
        found = self._pupils.get(pupil_id or "")
        return found or self._by_key("pupils", self.pupils, "pupil_id").get((pupil_id or "").casefold())

    @cached_property
    def _pupils(self) -> dict[str, Pupil]:
        """The pupils by their ID as it is spelled, but for those whose ID stands on two rows."""
        unique = self._by_key("pupils", self.pupils, "pupil_id").values()
        return {pupil.pupil_id: pupil for pupil in unique}

    def staff_member(self, code: str | None) -> StaffMember | None:
        """The member of staff with this code, in capitals or not."""
        return self._by_key("staff", self.staff, "staff_code").get((code or "").casefold())

    def agency(self, name: str | None) -> Agency | None:
        """The agency of this name."""
        return self._by_key("agencies", self.agencies, "agency").get((name or "").casefold())

    def case(self, case_id: str | None) -> Case | None:
        """The case with this ID."""
        return self._by_key("cases", self.cases, "case_id").get((case_id or "").casefold())

    def consent(self, consent_id: str | None) -> Consent | None:
        """The consent with this ID."""
        return self._by_key("consents", self.consents, "consent_id").get((consent_id or "").casefold())

    def referral(self, referral_id: str | None) -> Referral | None:
        """The referral into mentoring with this ID."""
        return self._by_key("referrals", self.referrals, "referral_id").get((referral_id or "").casefold())

    def scale(self, measure: str | None) -> Scale | None:
        """The scale of a measure."""
        return self._by_key("scales", self.scales, "measure").get((measure or "").casefold())

    def _by_key(self, name: str, records: tuple[R, ...], attribute: str) -> dict[str, R]:
        """The records of a sheet by their key, case-folded, without keys that stand on two rows."""
        if name not in self._indexes:
            keys = [str(getattr(record, attribute)).casefold() for record in records]
            times = Counter(keys)
            keyed = zip(keys, records, strict=True)
            self._indexes[name] = {key: record for key, record in keyed if times[key] == 1}
        return self._indexes[name]

    # -- all records of one pupil --------------------------------------------------------------

    def contacts_of(self, pupil_id: str) -> tuple[Contact, ...]:
        """The pupil's contacts, first priority first; those without a priority last."""
        return self._contacts_of.get(pupil_id, ())

    @cached_property
    def _contacts_of(self) -> dict[str, tuple[Contact, ...]]:
        by_pupil = self._of_pupil("contacts of", self.contacts)
        return {pupil_id: tuple(sorted(rows, key=_priority)) for pupil_id, rows in by_pupil.items()}

    def referrals_of(self, pupil_id: str) -> tuple[Referral, ...]:
        """The pupil's referrals into mentoring."""
        return self._of_pupil("referrals of", self.referrals).get(pupil_id, ())

    def cases_of(self, pupil_id: str) -> tuple[Case, ...]:
        """The pupil's cases."""
        return self._cases_of.get(pupil_id, ())

    @cached_property
    def _cases_of(self) -> dict[str, tuple[Case, ...]]:
        return self._of_pupil("cases of", self.cases)

    def consents_of(self, pupil_id: str) -> tuple[Consent, ...]:
        """The pupil's consents."""
        return self._of_pupil("consents of", self.consents).get(pupil_id, ())

    def sessions_of(self, pupil_id: str) -> tuple[Session, ...]:
        """The pupil's sessions; those of a group are not among them."""
        return self._of_pupil("sessions of", self.sessions).get(pupil_id, ())

    def reviews_of(self, pupil_id: str) -> tuple[Review, ...]:
        """The pupil's reviews."""
        return self._of_pupil("reviews of", self.reviews).get(pupil_id, ())

    def agency_referrals_of(self, pupil_id: str) -> tuple[AgencyReferral, ...]:
        """The pupil's referrals to agencies."""
        return self._of_pupil("agency referrals of", self.agency_referrals).get(pupil_id, ())

    def measures_of(self, pupil_id: str) -> tuple[Measure, ...]:
        """The pupil's measures."""
        return self._of_pupil("measures of", self.measures).get(pupil_id, ())

    def targets_of(self, pupil_id: str) -> tuple[Target, ...]:
        """The targets of all the pupil's cases, but for a case whose ID stands on two rows."""
        return tuple(
            target for case in self.cases_of(pupil_id) for target in self.targets_of_case(case.case_id)
        )

    def targets_of_case(self, case_id: str) -> tuple[Target, ...]:
        """The targets of one case; of an ID that stands on two rows nobody can say whose they are."""
        if self.case(case_id) is None:
            return ()
        return self._grouped("targets of", self.targets, "case_id").get(case_id, ())

    def _of_pupil(self, name: str, records: tuple[R, ...]) -> dict[str, tuple[R, ...]]:
        return self._grouped(name, records, "pupil_id")

    def _grouped(self, name: str, records: tuple[R, ...], attribute: str) -> dict[str, tuple[R, ...]]:
        """The records of a sheet by what they refer to, in the sheet's order."""
        if name not in self._indexes:
            found: defaultdict[str, list[R]] = defaultdict(list)
            for record in records:
                found[getattr(record, attribute) or ""].append(record)
            self._indexes[name] = {key: tuple(rows) for key, rows in found.items() if key}
        return self._indexes[name]

    @cached_property
    def duplicated_pupils(self) -> frozenset[str]:
        """The pupil IDs, as typed, that stand on more than one row: nobody can say whose they are."""
        times = Counter(pupil.pupil_id.casefold() for pupil in self.pupils)
        return frozenset(pupil.pupil_id for pupil in self.pupils if times[pupil.pupil_id.casefold()] > 1)

    # -- places -----------------------------------------------------------------------------

    def place(self, record: Record, attribute: str | None = None) -> Place:
        """Where a record, or one of its cells, stands in the user's workbook."""
        if isinstance(record, Settings):
            return self.setting_place(attribute)
        layout = self.layouts.get(record.sheet_name) or SheetLayout(record.sheet_name)
        if attribute is None:
            return Place(layout.sheet, record.row_number)
        column, heading = layout.columns.get(attribute, (None, _heading(type(record), attribute)))
        return Place(layout.sheet, record.row_number, column, heading)

    def own_place(self, record: Record, heading: str) -> Place:
        """Where a cell of a column of the school's own stands."""
        layout = self.layouts.get(record.sheet_name) or SheetLayout(record.sheet_name)
        return Place(layout.sheet, record.row_number, layout.own.get(heading), heading)

    def setting_place(self, attribute: str | None) -> Place:
        """Where the value of a setting stands; the sheet when that setting is not in it."""
        layout = self.layouts.get("Settings") or SheetLayout("Settings")
        row = self.setting_rows.get(attribute or "")
        heading = _heading(Settings, attribute) if attribute else None
        value_column, _ = layout.columns.get("value", (1, ""))
        return Place(layout.sheet, row, value_column if row else None, heading)


def _priority(contact: Contact) -> tuple[bool, int]:
    return (contact.priority is None, contact.priority or 0)


def _heading(record: type[Record], attribute: str | None) -> str | None:
    return next((c.heading for c in columns_of(record) if c.attribute == attribute), attribute)


def _sheets() -> dict[str, type[Record]]:
    hints = get_type_hints(Casebook)
    found: dict[str, type[Record]] = {}
    for casebook_field in fields(Casebook):
        hint = hints[casebook_field.name]
        record = next(iter(get_args(hint)), hint)
        if isinstance(record, type) and issubclass(record, Record):
            found[casebook_field.name] = record
    return found


SHEETS: Mapping[str, type[Record]] = _sheets()
"""Every sheet that people type in: the casebook's field to the record class, in the workbook's order."""
