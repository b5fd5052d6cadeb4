"""Keeps generated parts of a page between two markers, and notices when they are stale."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Part:
    """One generated part: its page, its markers, and the script that makes it."""

    page: str
    begin: str
    end: str
    script: str

    def placed(self, page: str, made: str) -> str:
        """The page with this part between its two markers."""
        before, _, rest = page.partition(self.begin)
        _, _, after = rest.partition(self.end)
        return f"{before}{self.begin}\n\n{made.strip()}\n\n{self.end}{after}"

    def run(self, made: str, about: str, arguments: Sequence[str] | None = None) -> int:
        """0 when the page's part is right or was put right; 1 when `--check` finds it stale."""
        parser = argparse.ArgumentParser(description=about)
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when it is stale")
        page = ROOT / self.page
        old = page.read_text("utf-8")
        new = self.placed(old, made)
        if not parser.parse_args(arguments).check:
            page.write_text(new, "utf-8")
        elif old != new:
            print(f"{self.page} is stale.\nnext: python {self.script}")
            return 1
        print(f"{self.page} is right.")
        return 0
