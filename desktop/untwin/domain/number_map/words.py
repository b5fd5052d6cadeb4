"""The number map in words: each lane as one sentence, each thing worth a look, and what is at one number."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from untwin.domain.books.documents import TYPES
from untwin.domain.number_map.forecast import plural
from untwin.domain.number_map.lanes import Block, Find, Forecast, Lane, Maker, NumberMap, Sign
from untwin.domain.sources.declared import source_name
from untwin.domain.words.days import told_day
from untwin.domain.words.phrasing import capital, listed, small


def lane_title(lane: Lane) -> str:
    """How people call a series: `Invoices`, `Clio's numbers`."""
    if lane.source:
        return f"{capital(source_name(lane.source))}'s numbers"
    return capital(plural(TYPES[lane.key].title))


def block_title(block: Block) -> str:
    """What the numbers of a block have in common."""
    titles = [plural(TYPES[lane.key].title) for lane in block.lanes if not lane.source]
    what = capital(listed(titles)) if titles else "Sales"
    if block.prefix.strip():
        return f"{what}: numbers that begin with {block.prefix.strip()}"
    return f"{what}: plain numbers"


def lane_sentence(block: Block, lane: Lane) -> str:
    """A lane in one sentence, for whoever doesn't see it."""
    return f"{lane_title(lane)}: {'; '.join(_lane_parts(block, lane))}."


def _lane_parts(block: Block, lane: Lane) -> Iterator[str]:
    now = lane.growing
    shown = len(lane.figures) - lane.waiting
    yield ", ".join(filter(None, (counted(shown, "document") if shown else "", waiting_words(lane.waiting))))
    yield f"{block.number(now.first)} to {block.number(now.last)}" if now.first != now.last else block.number(now.last)
    if len(lane.stretches) > 1:
        yield f"{counted(len(lane.stretches) - 1, 'other stretch', 'other stretches')} of numbers further off"
    if lane.tells_next:
        yield f"next by what was read {block.number(lane.next)}{_shares_words(block, lane)}"
    yield speed_words(lane)
    made = makers_words(lane)
    yield made if made.startswith("maker") or lane.source else f"made {made}"
    forecast = forecast_of(block, lane)
    yield meeting_words(block, forecast) if forecast else f"no forecast: {why_no_forecast(lane)}"


def waiting_words(waiting: int) -> str:
    """How many numbers wait to post; empty for none."""
    return f"{counted(waiting, 'number')} waiting to post" if waiting else ""


def _shares_words(block: Block, lane: Lane) -> str:
    if not lane.shares:
        return ""
    others = listed([plural(TYPES[block.lane(key).key].title) for key in lane.shares])
    return f", taking turns with {others}"


def speed_words(lane: Lane) -> str:
    """How many documents a week come."""
    return f"{pace_words(lane)} a week"


def pace_words(lane: Lane) -> str:
    """The same without the week."""
    if lane.speed.documents < 1:
        return "less than 1" if lane.speed.documents else "none"
    return f"about {round(lane.speed.documents):,}"


def makers_words(lane: Lane) -> str:
    """Who made the documents, as far as that is known."""
    if lane.source:
        return f"given by {source_name(lane.source)}"
    counts: dict[str, int] = {}
    for made in lane.known.values():
        name = f"by {source_name(made.source)}" if made.maker is Maker.APP else "by hand"
        counts[name] = counts.get(name, 0) + 1
    rest = len(lane.figures) - len(lane.known)
    said = [f"{count:,} {name}" for name, count in sorted(counts.items())]
    if not said:
        return "maker not known"
    return ", ".join((*said, f"{rest:,} not known") if rest else said)


def forecast_of(block: Block, lane: Lane) -> Forecast | None:
    """Where a lane meets another's numbers, if that can be said."""
    return next((each for each in block.forecasts if each.lane == lane.key), None)


def why_no_forecast(lane: Lane) -> str:
    """Why nothing is said of what comes."""
    return lane.speed.why_none or "no used number lies ahead of it within a year"


def meeting_words(block: Block, forecast: Forecast) -> str:
    """Where and when, with how sure that is."""
    return f"reaches {block.number(forecast.at)}, where {forecast.what}, {when_words(forecast)}"


def forecast_sentence(block: Block, forecast: Forecast) -> str:
    """A forecast as one sentence."""
    title = lane_title(block.lane(forecast.lane))
    meets = meeting_words(block, forecast)
    reach = f"reach{meets.removeprefix('reaches')}"
    return f"{title} {reach}, if it goes on as in the last weeks."


def when_words(forecast: Forecast) -> str:
    """In about how many weeks, and between which."""
    if forecast.weeks < 1 and (forecast.latest or 0) < 2:
        return "within a week or two"
    about = f"in about {counted(max(round(forecast.weeks), 1), 'week')}"
    soonest = max(int(forecast.soonest), 0)
    if forecast.latest is None:
        return f"{about}, perhaps much later"
    latest = max(-int(-forecast.latest // 1), soonest + 1)
    return f"{about} ({soonest} to {latest})" if soonest else f"{about} (within {latest})"


def find_sentence(block: Block, find: Find) -> str:
    """Something worth a look, in one sentence."""
    first, last = block.number(find.first), block.number(find.last)
    span = first if find.first == find.last else f"{first} to {last}"
    titles = [lane_title(block.lane(key)) for key in find.lanes]
    if find.sign is Sign.GAP:
        count = find.last - find.first + 1
        return f"{span}: {counted(count, 'number')} that nothing uses, by what was read."
    if find.sign is Sign.OVERLAP:
        both = f"{titles[0]} and {_small(titles[1])}"
        return f"{span}: {both} overlap without taking turns; one may meet the other's numbers."
    if find.sign is Sign.TWICE:
        return f"{span} is used by {find.documents} documents."
    if find.sign is Sign.CLASH:
        return f"{span} is wanted by {listed([source_name(key) for key in find.lanes])} and is used already."
    forecast = next(each for each in block.forecasts if each.at == find.first and each.lane == find.lanes[0])
    return forecast_sentence(block, forecast)


def at_number(block: Block, figure: int) -> str:
    """What is at one number."""
    said = [words for lane in block.lanes for words in _here(lane, figure)]
    kept = [f"kept clear for {source_name(source)}" for first, last, source in block.kept if first <= figure <= last]
    if not said:
        said = ["nothing uses it, by what was read"]
    return f"{block.number(figure)}: {'; '.join((*said, *kept))}"


def _here(lane: Lane, figure: int) -> Iterator[str]:
    place = bisect_left(lane.figures, figure)
    while place < len(lane.figures) and lane.figures[place] == figure:
        if not lane.ids[place]:
            yield f"{source_name(lane.source)} wants it, waiting to post"
        elif not lane.source:
            made = lane.known.get(place)
            by = "" if made is None else f", made by {source_name(made.source) if made.source else 'hand'}"
            yield f"{TYPES[lane.entity(place)].title}{_day_words(lane.days[place])}{by}"
        place += 1


def _day_words(ordinal: int) -> str:
    return f" of {told_day(date.fromordinal(ordinal))}" if ordinal else ""


def map_sentence(drawn: NumberMap) -> str:
    """What the map shows and what it leaves out, in one sentence each."""
    said = [f"{counted(drawn.documents, 'document')} read."]
    if drawn.unnumbered:
        said.append(f"{drawn.unnumbered:,} without a number.")
    if drawn.loose:
        said.append(f"{drawn.loose:,} with a number that belongs to no series.")
    if drawn.vendors:
        bills = counted(drawn.vendors, "vendor bill or credit", "vendor bills and credits")
        said.append(f"{bills} with the vendor's number.")
    if drawn.more_blocks:
        said.append(f"{drawn.more_blocks:,} more kinds of numbers are left out.")
    return " ".join(said)


def counted(count: int, one: str, many: str = "") -> str:
    """`1 document`, `1,204 documents`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _small(words: str) -> str:
    return words if any(words.startswith(n) for n in ("Clio", "HubSpot")) else small(words)
