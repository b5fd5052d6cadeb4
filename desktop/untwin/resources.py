"""Knows where the files under resources/ are: in a checkout, an installed wheel or a frozen bundle."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one shipped file or folder, e.g. `resource("help", "6140.md")`.

    Raises:
        FileNotFoundError: nothing of that name was shipped; the installation is damaged.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: this installation of Untwin is damaged")
    return path


def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else []
    # An installed wheel carries them inside the package; a checkout beside desktop/.
    candidates += [package / "_resources", package.parent.parent / "resources"]
    return next((folder for folder in candidates if folder.is_dir()), candidates[-1])
