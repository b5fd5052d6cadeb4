"""An app of the firm's own that listens at a webhook over https, vouched for by an authority of the test's own."""

import json
import ssl
import threading  # noqa: TID251 - the app listens beside the test
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class ListeningApp:
    """What it heard; `answers` are the statuses it gives, the last one again and again; 0 hangs up unheard.

    `body` goes with them, after `slow` seconds; `cut` is how many bytes more it promises than it sends.
    """

    address: str
    authority: Path
    answers: list[int] = field(default_factory=lambda: [202])
    heard: list[Delivery] = field(default_factory=list)
    body: bytes = b""
    slow: float = 0.0
    cut: int = 0

    def next_answer(self) -> int:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def wishes(self) -> list[dict[str, Any]]:
        return [json.loads(delivery.body) for delivery in self.heard]


@contextmanager
def listening(folder: Path) -> Iterator[ListeningApp]:
    """The app, as long as it listens."""
    authority, chain = _certificates(folder)

    class Ears(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            app.heard.append(Delivery(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            status = app.next_answer()
            if status:
                self.send_response(status)
                self.send_header("Location", f"{app.address}/elsewhere")
                self.send_header("Content-Length", str(len(app.body) + app.cut))
                self.end_headers()
                self.wfile.flush()
                time.sleep(app.slow)
                self.wfile.write(app.body)
                self.close_connection = bool(app.cut)
            else:
                self.close_connection = True

        def log_message(self, *_said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Ears)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    app = ListeningApp(f"https://127.0.0.1:{server.server_port}/retry", authority)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield app
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _certificates(folder: Path) -> tuple[Path, Path]:
    """An authority's certificate, and key and certificate of a server on this computer that it vouches for."""
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    ca_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "authority of a test")])
    own = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    ca = _made(ca_name, ca_name, ca_key, ca_key).add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    server = _made(name, ca_name, key, ca_key).add_extension(own, False)
    authority, chain = folder / "authority.pem", folder / "server.pem"
    pem = serialization.Encoding.PEM
    authority.write_bytes(ca.sign(ca_key, hashes.SHA256()).public_bytes(pem))
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    chain.write_bytes(plain + server.sign(ca_key, hashes.SHA256()).public_bytes(pem))
    return authority, chain


def _made(
    name: x509.Name, by: x509.Name, key: ec.EllipticCurvePrivateKey, by_key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now, authority = datetime.now(UTC), x509.AuthorityKeyIdentifier.from_issuer_public_key(by_key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(by)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(authority, False)
    )
