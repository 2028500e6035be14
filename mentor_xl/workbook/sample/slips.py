"""A dozen small things that are never quite right in a real school, so that there is something to show."""

from mentor_xl.records import Record, Session, Target
from mentor_xl.workbook.sample.draft import Draft, Story


def plant_slips(draft: Draft, story: Story) -> None:
    """Spoil what this pupil's part says is not in order."""
    role = story.role
    if role.has("UPN missing"):
        story.pupil = story.pupil.model_copy(update={"upn": None})
    if role.has("year group differs"):
        story.pupil = story.pupil.model_copy(update={"year_group": str(role.year + 1)})
    if role.has("moved away"):
        story.pupil = story.pupil.model_copy(update={"leaving_date": story.closed_on})
    if role.has("letters blank"):
        _change_contact(draft, story, send_letters=None)
    if role.has("responsibility unknown"):
        _change_contact(draft, story, parental_responsibility="Unknown")
    if role.has("large print"):
        _change_contact(
            draft, story, phone=(story.contacts[-1].phone or "").replace(" ", "").removeprefix("0")
        )
    if role.has("target past"):
        _let_target_lapse(draft, story)
    if role.has("lunch club"):
        _score_an_absence(draft, story)


def _change_contact(draft: Draft, story: Story, **fields: object) -> None:
    """Change the pupil's last contact."""
    spoilt = story.contacts[-1]
    changed = spoilt.model_copy(update=fields)
    _replace(draft, "contacts", spoilt, changed)
    story.contacts = tuple(changed if one is spoilt else one for one in story.contacts)


def _let_target_lapse(draft: Draft, story: Story) -> None:
    """The pupil's first target was to be looked at a week ago, and was not."""
    for record in draft.rows["targets"]:
        if isinstance(record, Target) and record.case_id == story.case_id:
            lapsed = {"review_by": draft.school_day(-6), "status": "Open", "score": None, "scored_on": None}
            _replace(draft, "targets", record, record.model_copy(update=lapsed))
            return


def _score_an_absence(draft: Draft, story: Story) -> None:
    """A session that the pupil did not come to has energy scores."""
    for record in reversed(draft.rows["sessions"]):
        if isinstance(record, Session) and record.pupil_id == story.pupil_id and record.energy_in is not None:
            _replace(draft, "sessions", record, record.model_copy(update={"attended": "Absent"}))
            return


def _replace(draft: Draft, sheet: str, old: Record, new: Record) -> None:
    """Put a record in the place of another; those made last stand near the end."""
    rows = draft.rows[sheet]
    for place in range(len(rows) - 1, -1, -1):
        if rows[place] is old:
            rows[place] = new
            return
