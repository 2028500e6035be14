"""Which passport is the pupil's latest, and has somebody agreed it?"""

from mentor_xl.documents import PupilFile
from mentor_xl.records import Passport


def latest_passport(file: PupilFile) -> Passport | None:
    """The latest version by today."""
    dated = [
        (passport.version_date, passport.row_number, passport)
        for passport in file.casebook.passports
        if passport.pupil_id == file.pupil.pupil_id
        and passport.version_date
        and passport.version_date <= file.today
    ]
    return max(dated, key=lambda one: one[:2])[2] if dated else None


def agreed_passport(file: PupilFile) -> Passport | None:
    """The latest version, unless nobody has agreed it yet: a draft goes to no one else."""
    latest = latest_passport(file)
    return latest if latest and latest.agreed_with else None
