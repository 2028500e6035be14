"""The command line: each command reads its options, calls the pipeline, and shows what came of it.

Exit codes, which other programs rely on: 0 all well · 1 done, with problems or letters held back ·
2 wrong use · 3 the workbook could not be read or understood · 4 something on this machine is missing ·
70 a fault of Mentor XL's own · 130 interrupted.
"""

import gc
import importlib
import sys
from collections.abc import Sequence

import click

from mentor_xl import __version__
from mentor_xl.cli.screen import complain, steady_streams
from mentor_xl.errors import DISK_FULL, MentorError, is_of_a_full_disk, own_fault

OWN_FAULT = 70
INTERRUPTED = 130
COMMANDS = (
    "new", "check", "calendar", "due", "letters", "rehearse", "build", "release", "templates", "explain",
    "addin", "doctor", "watch", "schedule",
)  # fmt: skip
"""Each is a module of this package that holds the command ``<name>_command``."""
FOR_EXCEL = "ribbon"
"""What the add-in's buttons start; no person types it, so no list shows it."""


class Commands(click.Group):
    """Loads a command when it is called for: ``--version`` waits for none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The commands in the order a person needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in (*COMMANDS, FOR_EXCEL):
            return None
        module = importlib.import_module(f"mentor_xl.cli.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="mentor-xl")
def cli() -> None:
    """Check a caseload workbook, see what is due, and write the letters.

    Nothing leaves this computer, and the workbook is never written to.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    steady_streams()
    # It would print the text of a fault, which might quote the workbook.
    sys.unraisablehook = lambda _: None
    # A command is over before it could drop much; looking for dropped cycles takes half the time of reading.
    gc.disable()
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. Faults are one sentence on stderr, never a traceback."""
    try:
        code = cli.main(args=arguments, prog_name="mentor-xl", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except MentorError as fault:
        complain(str(fault))
        return fault.exit_code
    except (KeyboardInterrupt, click.Abort):
        complain("Stopped. What was finished before is whole; nothing is half written.")
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - its text might quote the workbook; its place cannot
        if is_of_a_full_disk(fault):
            complain(DISK_FULL)
            return MentorError.exit_code
        complain(own_fault(fault))
        return OWN_FAULT
    return code if isinstance(code, int) else 0
