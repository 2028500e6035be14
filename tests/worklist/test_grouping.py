"""On whose list is each date, and is a name never the heading of one?"""

import datetime as dt

from deadlines.a_school import casebook_of, dues_of

from mentor_xl.worklist.grouping import NOT_SHOWN, By, DueList, count_by_state, lists_by

TODAY = dt.date(2026, 11, 23)
TEXT = """
# Staff
| Staff code | Forename | Surname |
| AMM        | Anna     | Moss    |
| Dana       | Dana     | Whitlock |
| Rowan      | Rowan    | Reed    |
| Linnet     | Linnet   | Rook    |

# Pupils
| Pupil ID | Legal surname | Legal forename | Known as | Date of birth | Form |
| 000001   | Aske          | Rowan          |          | 2013-05-05    | 10A  |
| 000002   | Birch         | Linnet         | Lin      | 2013-05-05    | 8H   |
| 000003   | Crane         | Robin          |          | 2013-05-05    | Miss Crane |
| 000004   | Dove          | Wren           |          | 2013-05-05    | Oak  |
| 000005   | Elm           | Ash            |          | 2013-05-05    |      |

# Cases
| Case ID | Pupil ID | Mentor | Status | Started on |
| C1      | 000001   | AMM    | Active | 2026-09-21 |
| C2      | 000002   | amm    | Active | 2026-10-12 |
| C3      | 000003   | Rowan  | Active | 2026-10-12 |
| C4      | 000004   | Dana   | Active | 2026-10-12 |
| C5      | 000005   |        | Active | 2026-10-12 |
"""


def _lists(by: By, text: str = TEXT) -> dict[str, list[str]]:
    casebook = casebook_of(text)
    return {one.name: [due.ref for due in one.dues] for one in lists_by(dues_of(text, TODAY), by, casebook)}


def test_each_mentor_has_a_list_whatever_the_case_of_the_code_and_nobody_s_comes_last() -> None:
    lists = _lists("mentor")
    assert list(lists) == ["AMM", "Dana", NOT_SHOWN, ""]
    assert lists["AMM"] == ["000001", "000002"]
    assert lists[""] == ["000005"]


def test_forms_are_in_the_order_of_years_and_one_called_after_a_pupil_is_not_shown() -> None:
    lists = _lists("form")
    assert list(lists) == ["8H", "10A", "Oak", NOT_SHOWN, ""]
    assert lists[NOT_SHOWN] == ["000003"]


def test_two_codes_that_are_not_shown_have_two_lists() -> None:
    casebook, dues = casebook_of(TEXT), dues_of(TEXT.replace("Dana   | Active", "Linnet | Active"), TODAY)
    lists = lists_by(dues, "mentor", casebook)
    assert [one.name for one in lists] == ["AMM", NOT_SHOWN, NOT_SHOWN, ""]


def test_every_date_is_on_one_list_and_counted_there() -> None:
    dues = dues_of(TEXT, TODAY)
    lists = lists_by(dues, "form", casebook_of(TEXT))
    assert sorted(due.ref for one in lists for due in one.dues) == sorted(due.ref for due in dues)
    assert sum(sum(one.counts.values()) for one in lists) == len(dues)


def test_states_are_counted_most_urgent_first_and_none_without_a_date() -> None:
    assert list(count_by_state(dues_of(TEXT, TODAY))) == ["overdue", "due soon"]
    assert DueList("8H", ()).counts == {}
