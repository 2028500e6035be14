"""Who helps from outside school, and what was asked of them: *Agencies* and *Agency referrals*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import (
    AgencyRef,
    CalcDate,
    ConsentRef,
    Key,
    Note,
    PupilRef,
    Record,
    StaffRef,
    column,
)


class Agency(Record):
    """Services outside school that you refer pupils to, and what each asks for."""

    sheet_name = "Agencies"
    needs = ("agency",)

    agency: Key = column(
        "Agency", Group.IDENTITY, "The service’s name as letters print it; no two rows share one.",
        must=True, example="Hollowbridge CAMHS",
    )
    kind: vocabulary.AgencyKind | None = column(
        "Kind", Group.IDENTITY, "What kind of service it is; it decides which letter is written.",
        must=True, example="CAMHS",
    )
    contact_name: str | None = column(
        "Contact name", Group.IDENTITY,
        "The person or team letters are addressed to, with title if it is a person.",
        example="Referral team",
    )
    address_line_1: str | None = column(
        "Address line 1", Group.IDENTITY, "The first line of the service’s address.",
        example="The Health Centre",
    )
    address_line_2: str | None = column(
        "Address line 2", Group.IDENTITY, "The second line of the address; leave blank if there is none.",
        example="Mill Street",
    )
    town: str | None = column(
        "Town", Group.IDENTITY, "The town in the service’s address.",
        example="Hollowbridge",
    )
    postcode: str | None = column(
        "Postcode", Group.IDENTITY, "The service’s postcode. Mind the letter O and the figure 0.",
        example="AB1 3FG",
    )
    email: str | None = column(
        "Email", Group.IDENTITY, "The service’s secure email address for referrals.",
        example="referrals@example.org",
    )
    phone: str | None = column(
        "Phone", Group.IDENTITY, "The service’s number. Type it as text so that its 0 stays.",
        example="01632 960150",
    )
    own_form_only: bool | None = column(
        "Own form only", Group.ADMIN,
        "Yes if the service takes only its own form or web page, so that a letter will not do.",
        example="No",
    )
    consent_needed: vocabulary.ConsentNeeded | None = column(
        "Consent needed", Group.ADMIN, "Whose agreement a referral needs; blank is read as Parent and pupil.",
        example="Parent and pupil",
    )
    reply_expected_within: int | None = column(
        "Reply expected within", Group.ADMIN, "How many working days a reply should take; blank means 10.",
        example="10",
    )
    checked_on: dt.date | None = column(
        "Checked on", Group.ADMIN,
        "The day these details were last checked. Check them at least once a year.",
        example="07/09/2026",
    )


class AgencyReferral(Record):
    """Pupils referred to a service outside school, and what came of it."""

    sheet_name = "Agency referrals"
    needs = ("agency_referral_id", "pupil_id")

    agency_referral_id: Key = column(
        "Agency referral ID", Group.ADMIN, "A short code for this referral; no two rows share one.",
        must=True, example="A1",
    )
    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil who is referred: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    agency: AgencyRef | None = column(
        "Agency", Group.BARRIER, "The service: its name on the Agencies sheet.",
        must=True, example="Hollowbridge CAMHS",
    )
    reason: Note | None = column(
        "Reason", Group.BARRIER,
        "Why you ask now: what is seen in school, not a diagnosis. Never a disclosure.",
        must=True, example="Has missed lunch with others since May.",
    )
    decided_on: dt.date | None = column(
        "Decided on", Group.ADMIN, "The day it was decided to refer.",
        must=True, example="02/11/2026",
    )
    consent_id: ConsentRef | None = column(
        "Consent ID", Group.ADMIN,
        "The consent that covers this pupil and this service: its ID on the Consents sheet.",
        example="K2",
    )
    urgency: vocabulary.Urgency | None = column(
        "Urgency", Group.BARRIER,
        "How soon help is needed. If a child is in danger, go to the safeguarding lead at once.",
        example="Soon",
    )
    support_tried: Note | None = column(
        "Support tried", Group.BARRIER, "What the school has done so far, and what came of it.",
        example="Six weekly sessions and a buddy at lunch.",
    )
    risks_known: Note | None = column(
        "Risks known", Group.CARE,
        "Risks the service must know of, in few words. The account itself is the safeguarding lead’s.",
        example="Safeguarding lead is aware.",
    )
    desired_outcome: Note | None = column(
        "Desired outcome", Group.BARRIER, "What you hope the service will do.",
        example="An assessment, and advice for school.",
    )
    written_by: StaffRef | None = column(
        "Written by", Group.IDENTITY, "The code, on the Staff sheet, of the person who writes the letter.",
        example="DWH",
    )
    sent_on: dt.date | None = column(
        "Sent on", Group.ADMIN, "The day it was sent. While this is blank the letter is still to be made.",
        example="06/11/2026",
    )
    acknowledged_on: dt.date | None = column(
        "Acknowledged on", Group.ADMIN, "The day the service said that it has it.",
        example="13/11/2026",
    )
    outcome: vocabulary.ReferralOutcome | None = column(
        "Outcome", Group.ADMIN, "What the service answered; Waiting until it does.",
        example="Waiting",
    )
    closed_on: dt.date | None = column(
        "Closed on", Group.ADMIN, "The day there was nothing more to do about it.",
        example="18/12/2026",
    )
    chase_on: CalcDate | None = column(
        "Chase on", Group.ADMIN,
        "Filled by Mentor XL: the day to ask the service again if no answer has come.",
    )
