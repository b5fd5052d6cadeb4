"""Keeps the connected companies; secrets are not among what is kept here."""

from dataclasses import dataclass

from untwin.domain.company.company import Company
from untwin.domain.problems import BadInput
from untwin.domain.window.front import KEPT_AS
from untwin.store.codec import decode, encode, storable
from untwin.store.database import Database
from untwin.store.inbox_entries import make_anew_of


@dataclass(frozen=True, slots=True)
class StoredCompanies:
    """Honours the port `Companies`."""

    database: Database

    def put(self, company: Company) -> None:
        """Stores a company, or what is new about it."""
        company = storable(company)
        with self.database.transaction() as connection:
            before = connection.execute("SELECT name FROM companies WHERE realm = ?", (company.realm,)).fetchone()
            connection.execute(
                "INSERT INTO companies (realm, name, body) VALUES (?, ?, ?)"
                " ON CONFLICT (realm) DO UPDATE SET name = excluded.name, body = excluded.body",
                (company.realm, company.name, encode(company)),
            )
            if before is None or before[0] != company.name:
                # Cases are found by their company's name, too.
                make_anew_of(connection, company.realm)

    def get(self, realm: str) -> Company:
        """One company."""
        with self.database.reading() as connection:
            row = connection.execute("SELECT body FROM companies WHERE realm = ?", (realm,)).fetchone()
        if row is None:
            raise BadInput("That company isn't connected.", "See the connected ones in Companies.")
        return decode(row[0], Company)

    def all(self) -> tuple[Company, ...]:
        """All companies by name."""
        with self.database.reading() as connection:
            rows = connection.execute("SELECT body FROM companies ORDER BY name, realm").fetchall()
        return tuple(decode(row[0], Company) for row in rows)

    def remove(self, realm: str) -> None:
        """Forgets a company; cases and change history stay."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM companies WHERE realm = ?", (realm,))
            # What the window showed last names it.
            connection.execute("DELETE FROM preferences WHERE name = ?", (KEPT_AS,))
