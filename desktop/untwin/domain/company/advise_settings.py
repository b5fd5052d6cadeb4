"""The settings advisor: what QuickBooks' number settings are, what each app asks for, and how to live with both."""

from collections.abc import Sequence
from dataclasses import dataclass

from untwin.domain.company.company import Company, CompanyFacts
from untwin.domain.sources.declared import AskedWarning, SourceProfile
from untwin.domain.words.phrasing import small

Switch = bool | None
_WORDS: dict[Switch, str] = {True: "on", False: "off", None: "not known"}
CUSTOM_NUMBERS = "Custom transaction numbers"
_PLACE = "Account and settings > Sales > Sales form content > Custom transaction numbers"
_WARN_PLACE = "Account and settings > Advanced > Other preferences"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in QuickBooks, how it stands, what that means, and where it is changed."""

    name: str
    state: Switch
    means: str
    place: str

    @property
    def words(self) -> str:
        """How it stands: on, off, not known."""
        return _WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Demand:
    """What one connected app asks for; `fits` is None where the setting or the demand isn't known."""

    source: str
    wants: Switch
    fits: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class SettingsAdvice:
    """All of it. `clash` says that two apps of this company ask for opposite things."""

    company: str
    settings: tuple[Setting, ...]
    demands: tuple[Demand, ...]
    clash: bool
    advice: tuple[str, ...]


def advise_on_settings(company: Company, facts: CompanyFacts | None) -> SettingsAdvice:
    """The advice; pure, and nothing is ever changed by it. `facts` are those that were read just now."""
    state = facts.custom_numbers if facts else None
    profiles = [company.profile(binding.source) for binding in company.sources]
    wanted = {profile.custom_numbers for profile in profiles} - {None}
    clash = len(wanted) > 1
    advice = _both(profiles, state) if clash else _one(profiles, state)
    warnings = _unmet(profiles, facts)
    return SettingsAdvice(
        company=company.name,
        settings=(_custom(state), *_warnings(facts)),
        demands=tuple(demand for profile in profiles for demand in (_demand(profile, state), *_more(profile, facts))),
        clash=clash,
        advice=_decided_by(*advice, *warnings) if warnings else advice,
    )


def _custom(state: Switch) -> Setting:
    means = {
        True: "QuickBooks keeps the number that an app sends, and refuses one that is used already.",
        False: "QuickBooks gives its own number, whatever the app sends: that one is then nowhere in it.",
        None: "QuickBooks doesn't say; look at the setting itself.",
    }
    return Setting(CUSTOM_NUMBERS, state, means[state], _PLACE)


def _warnings(facts: CompanyFacts | None) -> tuple[Setting, ...]:
    return tuple(
        Setting(_warning_name(one), state, _warning(many, state), _WARN_PLACE)
        for one, many in _WARNED.items()
        for state in [_warns(facts, one)]
    )


_WARNED = {"journal": "journal entries", "bill": "vendors' bills", "check": "checks"}


def _warning_name(one: str) -> str:
    return f"Warn if duplicate {one} number is used"


def _warns(facts: CompanyFacts | None, one: str) -> Switch:
    if facts is None:
        return None
    states = (facts.warn_duplicate_journal, facts.warn_duplicate_bill, facts.warn_duplicate_check)
    return dict(zip(_WARNED, states, strict=True))[one]


def _warning(many: str, state: Switch) -> str:
    return {
        True: f"A number that is used already may be refused for {many}.",
        False: f"Two {many} may get the same number.",
        None: "QuickBooks doesn't say; it may be either.",
    }[state]


def _demand(profile: SourceProfile, state: Switch) -> Demand:
    wants = profile.custom_numbers
    if wants is None:
        return Demand(profile.name, None, None, f"{profile.name} asks for nothing that Untwin knows of.")
    why = f", {profile.custom_numbers_why}" if profile.custom_numbers_why else ""
    asked = f"{profile.name}'s help asks for {CUSTOM_NUMBERS} {_WORDS[wants]}{why}"
    if state is None:
        return Demand(profile.name, wants, None, f"{asked}; whether they are isn't known.")
    return Demand(profile.name, wants, wants is state, f"{asked}; they are {_WORDS[state]}.")


def _more(profile: SourceProfile, facts: CompanyFacts | None) -> tuple[Demand, ...]:
    """What it asks of the warnings; what holds in some cases only is neither met nor missed."""
    return tuple(_of_warning(profile.name, asked, _warns(facts, asked.number)) for asked in profile.warnings)


def _of_warning(name: str, asked: AskedWarning, state: Switch) -> Demand:
    when = f", {asked.when}" if asked.when else ""
    now = "whether it is isn't known" if state is None else f"it is {_WORDS[state]}"
    words = f"{name}'s help asks for “{_warning_name(asked.number)}” {_WORDS[asked.wants]}{when}; {now}."
    fits = None if state is None or asked.when else asked.wants is state
    return Demand(name, asked.wants, fits, words)


def _unmet(profiles: Sequence[SourceProfile], facts: CompanyFacts | None) -> tuple[str, ...]:
    """The warnings that are not as an app always asks for them, with what the other state would do."""
    return tuple(
        f"“{_warning_name(asked.number)}” is {_WORDS[state]}, and {profile.name}'s help asks for it"
        f" {_WORDS[asked.wants]}. With it {_WORDS[asked.wants]},"
        f" {small(_warning(_WARNED[asked.number], asked.wants))}"
        for profile in profiles
        for asked in profile.warnings
        for state in [_warns(facts, asked.number)]
        if state is not None and not asked.when and state is not asked.wants
    )


def _decided_by(*advice: str) -> tuple[str, ...]:
    """The same, and who decides at the end."""
    return (*(sentence for sentence in advice if sentence != _DECIDE), _DECIDE)


def _one(profiles: Sequence[SourceProfile], state: Switch) -> tuple[str, ...]:
    """Where nobody contradicts: whether it fits, and what the other state would do."""
    asking = [profile for profile in profiles if profile.custom_numbers is not None]
    if not asking:
        return ("No connected app asks for anything here.",)
    wants, names = asking[0].custom_numbers, _names(asking)
    if state is None:
        return (f"Look at the setting: {names} needs it {_WORDS[wants]}.",)
    if state is wants:
        return (f"{CUSTOM_NUMBERS}: the setting is as {names} needs it; leave it.",)
    if wants:
        return (
            (
                f"With it off, {names}'s documents get numbers of QuickBooks' own. Untwin finds a posted one by"
                " customer, amount and date, and asks you whether it is the one."
            ),
            f"Switched on, documents keep the numbers of {names}, and QuickBooks refuses those that are used already.",
            _DECIDE,
        )
    return (
        f"With it on, QuickBooks refuses a number of {names} that is used already; that is the error Untwin solves.",
        (
            "Switched off, nothing is refused any more, but QuickBooks numbers everything itself, and a document is"
            f" found by the number of {names} no longer."
        ),
        _DECIDE,
    )


def _both(profiles: Sequence[SourceProfile], state: Switch) -> tuple[str, ...]:
    """Two apps that want opposite things: one setting can't please both, separate numbers can."""
    on, off = (_names([p for p in profiles if p.custom_numbers is want]) for want in (True, False))
    now = {
        True: f"The setting is on: {on} is content. {off}'s documents are refused where their number is used already.",
        False: f"The setting is off: nothing is refused, but {on}'s documents lose their numbers.",
        None: "Whether the setting is on isn't known; look at it first.",
    }
    return (
        f"{on} needs the setting on, {off} asks for it off: one setting can't please both.",
        now[state],
        (
            f"Living with both: keep it on, because {on} can't do without, and see to it that {off}'s numbers never"
            " meet any other."
        ),
        (
            f"Give each app numbers of its own: a prefix for {off} (such as HS-), another range for {on}, and"
            " for documents that people make in QuickBooks a third one."
        ),
        (
            "After an app's document QuickBooks offers its number + 1 to whoever makes the next by hand: type the"
            " firm's own prefix over it, or the two series grow into each other again."
        ),
        (
            "A new prefix or a higher number starts only when nothing of that app waits that may be in QuickBooks"
            " already: under a new number it would be booked twice."
        ),
        _DECIDE,
    )


_DECIDE = "Whoever may change settings in QuickBooks decides. Untwin never changes a setting."


def _names(profiles: Sequence[SourceProfile]) -> str:
    return " and ".join(dict.fromkeys(profile.name for profile in profiles))
