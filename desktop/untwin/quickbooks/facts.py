"""The queries behind a company's facts: four of them, asked along with whatever is asked anyway."""

from untwin.domain.company.company import CompanyFacts
from untwin.quickbooks.documents import facts_of, parse
from untwin.quickbooks.queries import Fetched, Select, contains

# An account is taken for trust by its name until the company says more: locking too much is the safe mistake.
TRUST_WORDS = ("trust", "IOLTA")
FACTS = (
    Select("CompanyInfo"),
    Select("Preferences"),
    *(Select("Account", (contains("Name", word),)) for word in TRUST_WORDS),
)


def company_facts(fetched: Fetched) -> CompanyFacts:
    """The facts, out of rows among which the answers to `FACTS` are."""
    company = next((parse(raw) for raw in fetched.of("CompanyInfo")), {})
    preferences = next((parse(raw) for raw in fetched.of("Preferences")), {})
    accounts = [parse(raw) for raw in fetched.of("Account")]
    return facts_of(company, preferences, accounts, fetched.at)
