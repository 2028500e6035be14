"""``python letter_templates/_drawn [FOLDER]`` draws every template, into ``letter_templates`` unless told."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Run as a folder, Python looks for modules in this folder only; ours are named from the top.
sys.path[0] = str(HERE.parents[1])

from letter_templates._drawn.catalogue import SHEETS, TEMPLATES  # noqa: E402
from letter_templates._drawn.package import package_bytes  # noqa: E402


def main(folder: Path) -> None:
    """Write one .docx for each template of the catalogue."""
    (folder / "sheets").mkdir(parents=True, exist_ok=True)
    sheets = {f"sheets/{stem}": draw for stem, draw in SHEETS.items()}
    for stem, draw in (TEMPLATES | sheets).items():
        (folder / f"{stem}.docx").write_bytes(package_bytes(draw()))
        print(f"{stem}.docx")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent)
