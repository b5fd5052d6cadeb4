"""The connection was refused, the subscription has ended, or there were too many requests: whose, and what now."""

from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense, Who
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.sight import Sight

_PLACES = {
    "clio": "Clio, Settings, its QuickBooks Online integration",
    "hubspot": "HubSpot, Settings > Integrations > Connected apps > QuickBooks Online",
}
_NO_PURGE = (
    "Never choose “Revoke and Purge” for it: Clio then forgets what it has posted, and sends all of it a second time."
)


def auth(sight: Sight) -> Advice:
    """The connection has to be made anew: the other app's, Untwin's own, or both."""
    own = sight.observed.problem
    facts = (Fact("Untwin's own connection", "refused" if own else "works"),)
    where = _PLACES.get(sight.case.source or "", f"{sight.source}, its QuickBooks connection")
    binding = sight.company.binding(sight.case.source)
    link = binding.retry_page if binding else ""
    purge = (_NO_PURGE,) if sight.case.source == "clio" else ()
    how = ("Sign in as an administrator of the company, agree again, then retry.", *purge)
    words = f"Connect {sight.source} with QuickBooks again"
    again = Option(words, who=Who.QUICKBOOKS_ADMIN, how=how, where=where, link=link)
    if own:
        said: tuple[str, ...] = (
            "Untwin's own connection to this company is refused, too.",
            own,
            "Perhaps an administrator has left, or the company's access was taken back. Connect both again.",
        )
        mine = Option("Connect Untwin again", who=Who.QUICKBOOKS_ADMIN, how=(_OWN,), where="Untwin, Companies")
        return Advice(said, (again, mine, ways.look_again()), RetrySense.AFTER, facts=facts, blocked=said[0])
    said = (
        f"Untwin reads this company without trouble: it is {sight.source}'s own connection that was refused.",
        f"Everything that {sight.source} sends there waits until it is connected again.",
    )
    return Advice(said, (again, ways.retry(sight, RetrySense.AFTER), ways.look_again()), RetrySense.AFTER, facts=facts)


_OWN = "Choose the company there, then “Connect again”."


def subscription(sight: Sight) -> Advice:
    """The company's subscription."""
    ended = sight.observed.problem
    facts = (Fact("QuickBooks answers", "no" if ended else "yes"),)
    if ended:
        said: tuple[str, ...] = ("QuickBooks refuses everything about this company: its subscription has ended.", ended)
        pay = Option(
            "Have the subscription renewed",
            who=Who.OWNER,
            how=("Renew it, or put the payment details right.", "Everything that waits can be sent after that."),
            where="QuickBooks, Settings > Subscriptions and billing (or Account and settings > Billing & subscription)",
            button="Resubscribe",
            link=sight.home,
        )
        return Advice(said, (pay, ways.look_again()), RetrySense.AFTER, facts=facts, blocked=said[0])
    said = ("QuickBooks answers for this company now, so its subscription works.", *sight.doubts)
    return Advice(said, ways.with_retry(sight, RetrySense.NOW), RetrySense.NOW, facts=facts)


def throttled(sight: Sight) -> Advice:
    """Too many requests: nothing is wrong with the document."""
    said = (
        "Nothing is wrong with the document: QuickBooks takes only so many requests a minute from all apps together.",
        "QuickBooks answers again now.",
        *sight.doubts,
    )
    how = (
        "Look it up again later: if it has posted by itself, Untwin says so.",
        f"If it happens often, ask {sight.source} why so much is sent at once.",
    )
    ask = Option(f"Leave it to {sight.source}'s next try", how=how)
    return Advice(said, (ways.retry(sight, RetrySense.NOW), ask, ways.look_again()), RetrySense.NOW)
