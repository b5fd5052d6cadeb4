"""Everything that can go wrong, as a sentence for people with the next step.

Problem
├── BadInput         what was typed or given can't be used
├── NotAllowed       a rule of the house says no: the plan, the policy, the state of the case
├── Busy             another Untwin is saving on this home
├── Cancelled        the person wants no answer any more
├── DiskProblem      this computer's disk, or what lies there, can't be used as it is
│   └── DiskFull         it has no room left
├── KeyringProblem   no trusted keyring, or it is locked, or it lost an entry
└── OutsideProblem   the world outside: network, QuickBooks, the source
├── Unreachable      nothing answered; nothing was changed
│   └── Stumbled         QuickBooks failed for a moment; a read may be asked once more
├── SignInNeeded     the connection was refused, expired or revoked
├── Throttled        QuickBooks asked us to wait
├── Refused          QuickBooks answered with a fault
│   ├── Stale            somebody else changed the document meanwhile
│   ├── Gone             the document is not there any more
│   ├── NumberTaken      the number is used by another document
│   ├── PeriodClosed     the date lies in a closed period
│   └── Lapsed           the company's subscription has ended
└── AnswerLost       a write was sent and its answer never came
"""


class Problem(Exception):
    """Something a person must know.

    Attributes:
        sentence: what happened and that nothing was lost.
        remedy: the next step; may be empty.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class BadInput(Problem):
    """What was typed, pasted or named on the command line can't be used."""


class NotAllowed(Problem):
    """A rule says no, and says why."""


class Busy(Problem):
    """Another Untwin is saving on this home."""


class Cancelled(Problem):
    """The person doesn't want the answer any more; a change to the books is never cut off by it."""

    def __init__(self) -> None:
        super().__init__("Stopped, as you asked; nothing was changed.")


class KeyringProblem(Problem):
    """The operating system's keyring can't be used as it is."""


class DiskProblem(Problem):
    """The disk doesn't give or take what it should: a closed folder, damaged data, data of a newer Untwin."""


class DiskFull(DiskProblem):
    """The disk has no room for what should be stored; nothing was."""

    def __init__(self) -> None:
        super().__init__("The disk is full; nothing was stored or changed.", "Make room and try again.")


class OutsideProblem(Problem):
    """Something outside this computer's control failed."""


class Unreachable(OutsideProblem):
    """Nothing answered, or the answer could not be read; nothing was changed."""


class Stumbled(Unreachable):
    """QuickBooks, or the way to it, failed for a moment: a read may be asked once more."""


class SignInNeeded(OutsideProblem):
    """The stored connection is no longer accepted."""


class Throttled(OutsideProblem):
    """Too many requests; `wait_seconds` says how long to leave this company alone."""

    def __init__(self, sentence: str, remedy: str = "", *, wait_seconds: int = 60) -> None:
        super().__init__(sentence, remedy)
        self.wait_seconds = wait_seconds


class Refused(OutsideProblem):
    """QuickBooks answered with a fault; `code` is Intuit's, as printed."""

    def __init__(self, sentence: str, remedy: str = "", *, code: str = "") -> None:
        super().__init__(sentence, remedy)
        self.code = code


class Stale(Refused):
    """Somebody else changed the document since it was read."""


class Gone(Refused):
    """The document was deleted or made inactive."""


class NumberTaken(Refused):
    """The new number is used by another document."""


class PeriodClosed(Refused):
    """The books are closed for the document's date."""


class Lapsed(Refused):
    """The company's subscription has ended: nothing there can be asked any more."""


class AnswerLost(OutsideProblem):
    """A write was sent but its answer never came: whether it was done must be read, never guessed."""
