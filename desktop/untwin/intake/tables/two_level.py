"""Puts a header of two rows into one: groups such as `Customer` above the names below them, such as `Name`."""

from collections.abc import Sequence

from untwin.intake.tables.grid import Grid
from untwin.intake.tables.header_words import meaning
from untwin.intake.tables.headers import is_value, named_columns


def with_one_header(grid: Grid) -> Grid:
    """The table with the names of its columns in one row, if its first row is the lower half of its header."""
    names = one_header(grid.header, grid.rows[0].cells) if grid.header and grid.rows else None
    return Grid(names, grid.rows[1:], grid.where) if names else grid


def one_header(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...] | None:
    """The names of the columns under both rows; None where the lower row is no header.

    A group stands over all columns up to the next one. A name says what it is with its group, else alone: `Customer`
    above `Name` is the customer's name, `Amounts` above `Total` the total.
    """
    if any(is_value(cell) for cell in lower) or not any(cell.strip() for cell in lower):
        return None
    width = max(len(upper), len(lower))
    groups = _filled([*upper, *[""] * (width - len(upper))])
    below = [*lower, *[""] * (width - len(lower))]
    names = tuple(_name(group, name) for group, name in zip(groups, below, strict=True))
    return names if len(named_columns(names)) > max(1, len(named_columns(upper))) else None


def _filled(row: Sequence[str]) -> list[str]:
    groups: list[str] = []
    for cell in row:
        groups.append(cell if cell.strip() or not groups else groups[-1])
    return groups


def _name(group: str, name: str) -> str:
    both = f"{group} {name}".strip()
    if not name.strip() or not group.strip() or group == name:
        return both if group != name else name
    return both if meaning(both) or not meaning(name) else name
