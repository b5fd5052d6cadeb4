"""An error that was found, and where it stands."""

from dataclasses import dataclass

from untwin.domain.errors.faults import Finding


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding and the span of the raw text that is its slice."""

    start: int
    end: int
    finding: Finding
