"""Why an action of the first run can't run now: one sentence, empty where it can."""

from untwin.ui.acting.context import Context


def no_tour(context: Context) -> str:
    """Why there is no step to skip and nothing to leave."""
    return "" if context.first_run.touring else "The tour isn't under way. The palette (Ctrl+K) has it: type “tour”."


def no_lesson(context: Context) -> str:
    """Why there are no errors to learn on."""
    return "" if context.first_run.teaches else "The errors to learn on are in the sample firms' window."
