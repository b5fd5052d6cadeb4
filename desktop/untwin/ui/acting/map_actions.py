"""The actions about the number map: opening it, moving over it, and what is done with what is under the cursor."""

from untwin.ui.acting import map_reasons
from untwin.ui.acting.registry import Action, Place


def open_map_action() -> Action:
    """The one that opens it."""
    return Action("map", "Number map", ("G, M",), Place.DESK, lambda c: c.map.open(), map_reasons.no_company)


def map_actions() -> tuple[Action, ...]:
    """Those inside it, in the order of the key sheet."""
    place, nothing = Place.MAP, map_reasons.nothing_shown
    return (
        Action("map_lane_down", "Next series", ("J",), place, lambda c: c.map.move_lane(1), nothing, ("Down",)),
        Action("map_lane_up", "Series before", ("K",), place, lambda c: c.map.move_lane(-1), nothing, ("Up",)),
        Action("map_left", "Lower numbers", ("H",), place, lambda c: c.map.move(-1), nothing, ("Left",)),
        Action("map_right", "Higher numbers", ("L",), place, lambda c: c.map.move(1), nothing, ("Right",)),
        Action("map_closer", "Closer", ("+", "="), place, lambda c: c.map.zoom(1), nothing),
        Action("map_further", "Further away", ("-",), place, lambda c: c.map.zoom(-1), nothing),
        Action("map_whole", "All of it, or what grows", ("0",), place, lambda c: c.map.whole(), nothing),
        Action("map_next", "Next gap, overlap or clash", ("N",), place, lambda c: c.map.find(1), nothing),
        Action("map_before", "Gap, overlap or clash before", ("P",), place, lambda c: c.map.find(-1), nothing),
        Action("map_go_to", "Go to a number", ("/", "Ctrl+F"), place, lambda c: c.map.focus_number(), nothing),
        *_deeds(),
    )


def _deeds() -> tuple[Action, ...]:
    place, why = Place.MAP, map_reasons
    return (
        Action(
            "map_documents",
            "List what is there",
            ("Return", "Enter"),
            place,
            lambda c: c.map.show_documents(),
            why.nothing_there,
        ),
        Action("map_browser", "Open in QuickBooks", ("B",), place, lambda c: c.map.open_document(), why.nothing_there),
        Action("map_table", "As tables, or as a picture", ("T",), place, lambda c: c.map.switch(), why.nothing_shown),
        Action("map_company", "Another company", ("Ctrl+O",), place, lambda c: c.map.focus_company()),
        Action("map_read", "Read again what has changed", ("F5",), place, lambda c: c.map.read_again(), why.no_map),
        Action("map_stop", "Stop reading QuickBooks", ("Ctrl+.",), place, lambda c: c.stop_looking(), why.not_reading),
        Action("map_keys", "Keys", ("?", "F1"), place, lambda c: c.open_sheet("keys")),
        Action("map_export", "Export", ("Ctrl+E",), place, lambda c: c.map.export(), why.nothing_shown),
    )
