"""The actions of the first run: the welcome, the tour of three minutes, and what makes its steps easy."""

from untwin.ui.acting import first_run_reasons as why
from untwin.ui.acting import reasons
from untwin.ui.acting.registry import Action, Place


def first_run_actions() -> tuple[Action, ...]:
    """Them all, in the order of the key sheet."""
    window, desk, here = Place.WINDOW, Place.DESK, Place.FIRST_RUN
    return (
        Action("welcome", "What Untwin does, and where to begin", (), desk, lambda c: c.first_run.welcome()),
        Action("tour", "The tour: three minutes that teach the keys", (), window, lambda c: c.first_run.tour()),
        Action("tour_skip", "Skip this step of the tour", ("F3",), window, lambda c: c.first_run.skip(), why.no_tour),
        Action("tour_leave", "Leave the tour", ("Shift+F3",), window, lambda c: c.first_run.leave(), why.no_tour),
        Action("tour_copy", "Copy errors to learn on", (), window, lambda c: c.first_run.copy_lesson(), why.no_lesson),
        Action(
            "tour_choose", "Choose a case to learn on", (), window, lambda c: c.first_run.choose_lesson(), why.no_lesson
        ),
        Action("welcome_sample", "Try it on the sample firms", ("1",), here, lambda c: c.first_run.tour()),
        Action(
            "welcome_connect",
            "Connect a company",
            ("2",),
            here,
            lambda c: c.first_run.connect_company(),
            reasons.no_connecting,
        ),
        Action("welcome_help", "Read how to connect", ("3",), here, lambda c: c.first_run.read_on()),
        Action("welcome_back", "Page before", ("Left", "Backspace"), here, lambda c: c.first_run.page_back()),
    )
