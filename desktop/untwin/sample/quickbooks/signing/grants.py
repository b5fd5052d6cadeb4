"""Who may do what: OAuth codes, access tokens and rotating refresh tokens of the sample's clients."""

import secrets
import time
from dataclasses import astuple, dataclass, field
from typing import Any

ACCESS_SECONDS = 3600
REFRESH_SECONDS = 8_726_400
HARD_SECONDS = 157_680_000
"""After five years a person has to sign in again."""
APP = "app"
"""The label of the client that the greeting hands out: whoever comes with it is not Clio's worker."""


class GrantError(Exception):
    """OAuth refuses; the text is its error word."""


@dataclass(frozen=True, slots=True)
class Client:
    """An app registered with the sample Intuit; `label` is its name in the request log."""

    id: str
    secret: str
    label: str


@dataclass(slots=True)
class Connection:
    """One client's way into one company."""

    client: Client
    realm: str
    refresh_token: str
    alive: bool = True
    tells_who: bool = False
    """Whether its first answer says who signed in."""


@dataclass(frozen=True, slots=True)
class _Access:
    connection: Connection
    until: float


@dataclass(frozen=True, slots=True)
class Code:
    """What an authorization code stands for, until it is used."""

    client_id: str
    realm: str
    redirect_uri: str
    tells_who: bool = False
    """Whether the app asked who signs in."""


@dataclass(slots=True)
class Grants:
    """Every grant of one run of the server."""

    clients: dict[str, Client]
    _codes: dict[str, Code] = field(default_factory=dict)
    _access: dict[str, _Access] = field(default_factory=dict)
    _connections: list[Connection] = field(default_factory=list)

    def connect(self, client_id: str, realm: str, refresh_token: str) -> Connection:
        """A connection that stands from the start."""
        connection = Connection(self.clients[client_id], realm, refresh_token)
        self._connections.append(connection)
        return connection

    def standing(self) -> dict[str, Any]:
        """The connections of the app with their tokens, as another run can restore them."""
        ours = [each for each in self._connections if each.client.label == APP]
        places = {id(each): place for place, each in enumerate(ours)}
        access = [(token, each) for token, each in self._access.items() if id(each.connection) in places]
        tokens = [[token, places[id(each.connection)], each.until] for token, each in access]
        connections = [[each.client.id, each.realm, each.refresh_token, each.alive] for each in ours]
        codes = [[text, *astuple(code)] for text, code in self._codes.items()]
        return {"connections": connections, "tokens": tokens, "codes": codes}

    def restore(self, standing: dict[str, Any]) -> None:
        """Puts back what stood in an earlier run; the connections that stand from the start come first there."""
        ours = [each for each in self._connections if each.client.label == APP]
        for place, (client_id, realm, token, alive) in enumerate(standing["connections"]):
            each = ours[place] if place < len(ours) else self.connect(client_id, realm, token)
            each.refresh_token, each.alive = token, alive
            ours[place:] = [each, *ours[place + 1 :]]
        self._access |= {token: _Access(ours[place], until) for token, place, until in standing["tokens"]}
        self._codes |= {text: Code(*code) for text, *code in standing["codes"]}

    def token_of(self, label: str, realm: str) -> str:
        """The refresh token of a client's first connection with a company."""
        return next(c.refresh_token for c in self._connections if (c.client.label, c.realm) == (label, realm))

    def code(self, code: Code) -> str:
        """A code that can be used once."""
        text = secrets.token_urlsafe(24)
        self._codes[text] = code
        return text

    def client(self, client_id: str, secret: str) -> Client:
        """The client with these credentials.

        Raises:
            GrantError: invalid_client.
        """
        client = self.clients.get(client_id)
        if client is None or not secrets.compare_digest(client.secret.encode(), secret.encode()):
            raise GrantError("invalid_client")
        return client

    def redeem(self, client: Client, code: str, redirect_uri: str) -> tuple[str, Connection]:
        """An access token and a connection for a code.

        Raises:
            GrantError: invalid_grant, the code is used or was meant for another client or address.
        """
        meant = self._codes.pop(code, None)
        if meant is None or meant.client_id != client.id or meant.redirect_uri != redirect_uri:
            raise GrantError("invalid_grant")
        connection = self.connect(client.id, meant.realm, secrets.token_urlsafe(32))
        connection.tells_who = meant.tells_who
        return self._admit(connection), connection

    def refresh(self, client: Client, token: str) -> tuple[str, Connection]:
        """A new access token; the refresh token used is worthless from now on.

        Raises:
            GrantError: invalid_grant, the token was used, revoked or never given.
        """
        connection = self._by_refresh_token(token)
        if connection is None or connection.client != client:
            raise GrantError("invalid_grant")
        connection.refresh_token = secrets.token_urlsafe(32)
        return self._admit(connection), connection

    def who(self, token: str | None) -> Connection | None:
        """The connection of an access token that is valid now."""
        access = self._access.get(token or "")
        if access is None or not access.connection.alive or access.until <= time.time():
            return None
        return access.connection

    def label(self, token: str | None) -> str | None:
        """Whose token this is or was."""
        access = self._access.get(token or "")
        return access.connection.client.label if access else None

    def revoke(self, token: str) -> bool:
        """Ends the connection of an access or refresh token; whether there was one."""
        access = self._access.get(token)
        connection = access.connection if access else self._by_refresh_token(token)
        if connection is not None:
            connection.alive = False
        return connection is not None

    def expire(self, label: str) -> None:
        """Ends all access tokens of a client; it can refresh."""
        for token, access in self._access.items():
            if access.connection.client.label == label:
                self._access[token] = _Access(access.connection, until=0)

    def expire_token(self, token: str | None) -> None:
        """Ends one access token; its client can refresh."""
        access = self._access.get(token or "")
        if access is not None:
            self._access[token or ""] = _Access(access.connection, until=0)

    def revoke_all(self, label: str) -> None:
        """Ends all connections of a client; it has to sign in anew."""
        for connection in self._connections:
            connection.alive = connection.alive and connection.client.label != label

    def _admit(self, connection: Connection) -> str:
        token = secrets.token_urlsafe(48)
        self._access[token] = _Access(connection, time.time() + ACCESS_SECONDS)
        return token

    def _by_refresh_token(self, token: str) -> Connection | None:
        return next((found for found in self._connections if found.alive and found.refresh_token == token), None)
