"""Finds in QuickBooks what Clio's postings name: items, accounts, and the customer of a client."""

from dataclasses import dataclass

from untwin.sample.clio.desk import Client
from untwin.sample.link import Link, RefusedError
from untwin.sample.quickbooks.kinds.entity import Doc


@dataclass(frozen=True, slots=True)
class Lookup:
    """Looks in one company."""

    link: Link

    async def customer(self, client: Client) -> Doc:
        """The customer that the client was synced as, active or not; a new one where there is none yet."""
        name = client.name_in_quickbooks
        found = await self.all("Customer", "DisplayName", name, " AND Active IN (true, false)")
        if found:
            return found[0]
        return await self.link.create("Customer", {"DisplayName": name, "Notes": f"Synced from Clio, {client.name}"})

    async def one(self, entity: str, field: str, name: str) -> Doc:
        """The one with a name.

        Raises:
            RefusedError: there is none.
        """
        found = await self.all(entity, field, name)
        if not found:
            raise RefusedError("", "Not found", f"{entity} {name} was not found in QuickBooks Online.")
        return found[0]

    async def all(self, entity: str, field: str, name: str, more: str = "") -> list[Doc]:
        """All that have a value in a field."""
        quoted = name.replace("\\", "\\\\").replace("'", "\\'")
        # Not SQL, and the name was quoted just above.
        return await self.link.find(f"SELECT * FROM {entity} WHERE {field} = '{quoted}'{more}")  # noqa: S608
