"""A small school's workbook on Monday 23 November 2026, with names that are easy to find again."""

from pathlib import Path

from openpyxl import Workbook

from mentor_xl.records import CellError
from mentor_xl.workbook.grid import MarkdownGrid

TODAY = "2026-11-23"

NAMES = (
    "Quillfeather", "Zephyrine", "Zeffie", "Thornycroft", "Ignatius", "Umbrascombe", "Perpetua",
    "Marchbanks", "Hepzibah", "Larkspur", "quillfeather", "hepzibah",
)  # fmt: skip
"""Of pupils, their families and their street: none may leave the workbook but in a document."""
NOTES = ("kettledrum", "weathervane")
"""Words of notes, which may not either."""

SETTINGS = """
# Settings
| Setting          | Value                      |
| School name      | Fernhill High School       |
| Phase            | Secondary                  |
| Nation           | England                    |
| Address line 1   | 1 School Lane              |
| Town             | Fernhill                   |
| Postcode         | HW3 1AB                    |
| Phone            | 01632 960100               |
| Email            | office@fernhill.example    |
| Headteacher      | Ms Ada Head                |
| SENCO            | Mr Sam Enco                |
| Designated safeguarding lead | Dr Dee Essell  |

# Calendar
| From       | To         | Kind      | Name     |
| 2026-09-03 | 2026-10-23 | Half term | Autumn 1 |
| 2026-11-02 | 2026-12-18 | Half term | Autumn 2 |
| 2027-01-05 | 2027-02-12 | Half term | Spring 1 |
| 2027-02-22 | 2027-03-25 | Half term | Spring 2 |
| 2027-04-12 | 2027-05-28 | Half term | Summer 1 |
| 2027-06-07 | 2027-07-21 | Half term | Summer 2 |

# Staff
| Staff code | Title | Forename | Surname | Role            | Signs letters |
| AMM        | Ms    | Anna     | Mentor  | Learning mentor | Yes           |
"""

PUPILS = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Known as | Date of birth | Leaving date | Notes               |
| '900001  | Quillfeather  | Zephyrine      | Zeffie   | 2013-10-03    |              | likes the kettledrum |
| '900002  | Thornycroft   | Ignatius       |          | 2014-02-11    |              |                     |
| '900003  | Umbrascombe   | Perpetua       |          | 2013-03-14    |              |                     |

# Contacts
| Pupil ID | Priority | Title | Forename | Surname    | Relationship | Parental responsibility | Lives with pupil | Address line 1 | Town     | Postcode | Email                | Send letters | Court restriction |
| '900001  | 1        | Mrs   | Hepzibah | Marchbanks | Mother       | Yes                     | Yes              | 4 Larkspur Mews | Fernhill | HW3 4AB  | hepzibah@post.example | Yes         | No                |
| '900002  | 1        | Mr    | Hepzibah | Thornycroft | Father      | Yes                     | Yes              | 9 Larkspur Mews | Fernhill | HW3 4AB  |                      | Yes          | No                |
"""  # noqa: E501 - a table is read by its columns

MENTORING = """
# Referrals
| Referral ID | Pupil ID | Received on | Main barrier | Strengths            | Decision |
| R2          | '900002  | 2026-11-16  | Attendance   | turns the weathervane | Waiting |

# Cases
| Case ID | Pupil ID | Mentor | Status | Started on | Consent ID |
| C1      | '900001  | AMM    | Active | 2026-09-14 | K1         |
| C3      | '900003  | AMM    | Active | 2026-10-12 | K3         |

# Consents
| Consent ID | Pupil ID | Purpose   | Basis            | Given by            | Given on   |
| K1         | '900001  | Mentoring | Parent and pupil | Hepzibah Marchbanks | 2026-09-10 |
| K3         | '900003  | Mentoring | Parent and pupil | the parents         | 2026-10-08 |

# Targets
| Target ID | Case ID | Target                       | Set on     | Review by  | Score | Scored on  | Status |
| T1        | C1      | Ask for help, not a kettledrum | 2026-09-14 | 2026-12-04 | 1   | 2026-11-02 | Open   |

# Sessions
| Date       | Pupil ID | Mentor | Kind       | Minutes | Attended | Note                     |
| 2026-11-17 | '900001  | AMM    | One to one | 30      | Attended | spoke of the weathervane |

# Reviews
| Pupil ID | Review           | Booked for | Time  | Place       |
| '900001  | Mentoring review | 2026-12-03 | 15:30 | Room 4      |
| '900003  | Mentoring review | 2026-12-01 | 15:30 | Room 4      |
"""

WHOLE = SETTINGS + PUPILS + MENTORING


def saved(path: Path, text: str = WHOLE) -> Path:
    """A workbook of these sheets, saved as .xlsx."""
    grid, book = MarkdownGrid(text), Workbook()
    book.remove(book.worksheets[0])
    for name in grid.sheet_names():
        sheet = book.create_sheet(name)
        for row, cells in grid.rows(name):
            for column, value in enumerate(cells, 1):
                cell = sheet.cell(row, column)
                cell.value = value.text if isinstance(value, CellError) else value
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path
