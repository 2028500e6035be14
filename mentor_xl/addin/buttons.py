"""Which buttons has Excel's ribbon, what does each call, and which command does the same?

THE table: the ribbon's XML, the VBA of the add-in and the Python side are all held to it. Plain data: it
imports nothing of ours. The kinds of letters under *Letters* are not told here; see ``letters_menu``.
"""

from dataclasses import dataclass, field
from typing import Literal

PROTOCOL = 1
"""How a button speaks to Python; raised when an older add-in would no longer be understood."""

Size = Literal["large", "normal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button: what a person sees of it, and what it calls."""

    id: str
    """Unique in the ribbon; the VBA Sub is ``MentorXL_<id>``."""
    label: str
    entry: str
    """The word after ``mentor_xl ribbon`` on the command line, and so what ``mentor_xl.ribbon`` does."""
    screentip: str
    supertip: str
    """What it does, in a sentence or two."""
    command: str
    """The command that does the same without Excel; empty: there is nothing to command."""
    picture: str = ""
    """A picture of Excel's own (imageMso)."""
    size: Size = "normal"
    keytip: str = ""
    kind: str = ""
    """The kind of letter that it asks for; only for buttons in the *Letters* menu."""

    @property
    def sub(self) -> str:
        """The name of the VBA Sub that it runs."""
        return f"MentorXL_{self.id}"

    @property
    def words(self) -> str:
        """What stands after ``mentor_xl ribbon``: ``check``, or ``letters --kind consent``."""
        return f"{self.entry} --kind {self.kind}" if self.kind else self.entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """A button that opens a list of buttons, or of further menus."""

    id: str
    label: str
    screentip: str = ""
    supertip: str = ""
    picture: str = ""
    size: Size = "normal"
    keytip: str = ""
    children: "tuple[Button | Menu, ...]" = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of the tab, with its name under it."""

    id: str
    label: str
    controls: tuple[Button | Menu, ...]


TAB_ID, TAB_LABEL, TAB_KEYTIP = "Tab", "Mentor XL", "MX"
LETTERS_ID = "Letters"
"""The menu that is filled with the kinds of letters."""

# Every picture is in the lists of control names that Microsoft publishes for Excel 2016, 2019 and 365.
CHECKING = Group(
    id="Caseload", label="Caseload",
    controls=(
        Button(
            id="Check", label="Check", entry="check", command="check", picture="ErrorChecking", size="large",
            keytip="C", screentip="Check this workbook",
            supertip="Finds what is missing, doubtful or impossible, and marks each cell with what to do.",
        ),
        Button(
            id="NextProblem", label="Next problem", entry="next-problem", command="check",
            picture="ReviewNextComment", keytip="N", screentip="Go to the next problem",
            supertip="Selects the next cell with something to look at, the most serious first.",
        ),
        Button(
            id="Explain", label="Explain", entry="explain", command="explain",
            picture="FunctionsInformationInsertGallery", keytip="E", screentip="Explain the selected cell",
            supertip="Says what was found in this cell or how its date was counted, why, and what to do.",
        ),
    ),
)  # fmt: skip
DATES = Group(
    id="Dates", label="Review dates",
    controls=(
        Button(
            id="UpdateDates", label="Update review dates", entry="update-dates", command="due",
            picture="FunctionsDateTimeInsertGallery", size="large", keytip="U",
            screentip="Work out when reviews are due",
            supertip="Counts every date from your calendar and writes the list onto the Due sheet.",
        ),
        Button(
            id="DueNow", label="Due now", entry="due-now", command="due", picture="Filter", keytip="D",
            screentip="Show what is due now",
            supertip="Shows what is overdue or due soon, the most urgent first.",
        ),
    ),
)  # fmt: skip
WRITING = Group(
    id="Writing", label="Letters and reports",
    controls=(
        Menu(
            id=LETTERS_ID, label="Letters", picture="FileSendAsAttachment", size="large", keytip="L",
            screentip="Write a letter for the selected pupils",
            supertip="Select one or more rows of pupils, then choose the kind. Drafts are written in Word.",
        ),
        Button(
            id="ProgressReport", label="Progress report", entry="progress-report", command="build",
            picture="ChartTypeLineInsertGallery", keytip="P",
            screentip="Write a progress report for the selected pupils",
            supertip="Shows where mentoring has got to, in words and charts. Select rows of pupils first.",
        ),
        Button(
            id="Preview", label="Preview", entry="preview", command="letters", picture="FilePrintPreview",
            keytip="V", screentip="Show what would be written",
            supertip="Opens the letters of the pupils selected, to read. Says what is held back. Keeps none.",
        ),
        Button(
            id="OpenFolder", label="Open folder", entry="open-folder", command="", picture="FileOpen",
            keytip="O", screentip="Open the folder of letters",
            supertip="Shows the letters and reports of this workbook in Explorer.",
        ),
        Button(
            id="BuildAll", label="Build all", entry="build-all", command="build", picture="MacroPlay",
            size="large", keytip="B", screentip="Do the whole job",
            supertip="Checks the workbook, counts the dates, and writes every letter and report that is due.",
        ),
    ),
)  # fmt: skip
HELP = Group(
    id="Help", label="Help",
    controls=(
        Button(
            id="NewWorkbook", label="New workbook", entry="new-workbook", command="new",
            picture="FileNewDefault", keytip="W", screentip="Start a new caseload",
            supertip="Makes a blank caseload workbook and opens it. Your own workbook stays as it is.",
        ),
        Button(
            id="About", label="Help and about", entry="about", command="doctor", picture="Help", keytip="H",
            screentip="Help, and what is installed here",
            supertip="Tells the versions in use and where help is. Nothing leaves this computer.",
        ),
    ),
)  # fmt: skip
GROUPS = (CHECKING, DATES, WRITING, HELP)

LETTER_ENTRY = "letters"
"""The entry of every button in the *Letters* menu; its kind goes with it."""
ENTRIES = (
    "check", "next-problem", "explain", "update-dates", "due-now", LETTER_ENTRY, "progress-report",
    "build-all", "preview", "open-folder", "new-workbook", "about",
)  # fmt: skip
"""Every word that the add-in may say after ``mentor_xl ribbon``."""
