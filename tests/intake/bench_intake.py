"""Prints the reading time per MB at 1, 5 and 50 MB of several noises, and the peak memory: run it, pytest doesn't.

Times are a processor's, which other programs take nothing from; each noise has a process of its own, for its memory.
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

from untwin.intake.bills import read_bills
from untwin.intake.reader import read_bytes, read_text

CLIO = (
    "Code (6140): Duplicate Document Number Error : You must specify a different number. This number has already been"
    " used. DocNumber=7{n} is assigned to TxnType=Credit Memo with TxnId=9{n}\n"
)
TAIL = "Duplicate Document Number Error : DocNumber=R-7 is assigned to TxnType=Invoice with TxnId=77"
NOISES: dict[str, str] = {
    "prose": "The client paid the bill on Tuesday and asked for a receipt. ",
    "one long line": "abcdefghij" * 20,
    "one long line of errors": CLIO.replace("\n", " "),
    "lines of a log": "2026-03-01 10:00:00 INFO posted invoice 4711 for 120.00\n",
    "DocNumber=": "DocNumber=",
    "errors without end": "error ",
    "fields without end": '"message":',
    "fields and codes": '"message": "x", "code": "6140", ',
    "titles": "Duplicate Document Number Error ",
    "open braces": "{",
    "open lists": "[",
    "objects": "{}",
    "nested records": '{"a":[',
    "envelopes": '{"Fault":{"Error":[{"Message":',
    "open tags": "<a ",
    "open elements": "<number>",
    "open rows": "<table><tr><td>",
    "open comments": "<!--",
    "open scripts": "<script >",
    "entities": "&amp;quot;",
    "backslashes": '\\"',
    "percent signs": "a%20a",
    "stars": "*TxnId=",
    "quotes": '"',
    "commas": "Invoice No,Error,",
    "bars": "||",
    "blanks": " ",
    "new lines": "\n",
    "zero bytes": "\x00",
    "is assigned to": "DocNumber=1 is assigned to ",
    "real errors": CLIO,
    "errors in JSON": '{"Fault":{"Error":[{"Message":"Stale Object Error","Detail":"Stale","code":"5010"}]}}\n',
}
# A head once, then its rows.
TABLES: dict[str, tuple[str, str]] = {
    "a table with a header": ("Rechnungsnummer;Kunde;Betrag;Datum;Fehler\n", f"R-7;Huber;1.234,56;03.04.2026;{TAIL}\n"),
    "a table without a header": ("", f"R-7\tHuber\t1.234,56\t03.04.2026\t{TAIL}\n"),
    "a page's table": (
        "<table><tr><th>Invoice<th>Customer<th>Total<th>Error</tr>",
        f"<tr><td>R-7</td><td>Huber &amp; Co</td><td>12.00</td><td>{TAIL}</td></tr>",
    ),
    "records": ("", f'{{"invoiceNo":"R-7","customer":"Huber","total":"12.00","error":"{TAIL}"}}\n'),
    "elements": ("<l>", f"<f><invoiceNo>R-7</invoiceNo><customer>Huber</customer><error>{TAIL}</error></f>"),
}
BILLS: dict[str, tuple[str, str]] = {
    "a bill list": ("Bill Number,Client,Issued,Total,State\n", '204,"Marsh, Ann",03/14/2026,"1,250.00",Sent\n'),
    "a page's bill list": ("<table><tr><th>Bill<th>Client<th>Total</tr>", "<tr><td>7<td>Huber<td>12.00</tr>"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of any size, and what reads it; `read` returns how many things it found."""

    name: str
    head: str
    body: str
    read: Callable[[str], int]

    def seconds(self, size: int) -> tuple[float, int]:
        """How long a processor needs for `size` characters, and what was found."""
        text = self.head + (self.body * (size // len(self.body) + 1))[:size]
        start = process_time()
        found = self.read(text)
        return process_time() - start, found


def main() -> None:
    """One line a sample: seconds per MB at three sizes, the last over the first, what was found, and the peak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1.0, 5.0, 50.0], help="the sizes")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these samples")
    arguments = parser.parse_args()
    chosen = [s for s in _samples() if not arguments.names or s.name in arguments.names]
    if len(chosen) == 1:
        _measure(chosen[0], arguments.megabytes)
        return
    sizes = ["--megabytes", *map(str, arguments.megabytes)]
    for sample in chosen:
        subprocess.run([sys.executable, __file__, sample.name, *sizes], check=True)


def _measure(sample: Sample, megabytes: list[float]) -> None:
    rates, found = [], 0
    for size in megabytes:
        seconds, found = sample.seconds(int(size * 1_000_000))
        rates.append(seconds / size)
    line = "".join(f"{rate:8.2f} s/MB" for rate in rates)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{sample.name:26}{line}   x{rates[-1] / rates[0]:4.1f}  {found:7} found  {peak:5} MB\n")
    sys.stdout.flush()


def _samples() -> list[Sample]:
    return [
        *(Sample(name, "", noise, _findings) for name, noise in NOISES.items()),
        *(Sample(name, head, body, _findings) for name, (head, body) in TABLES.items()),
        *(Sample(name, head, body, _bills) for name, (head, body) in BILLS.items()),
        Sample("bytes of any kind", "", "".join(map(chr, range(256))), _bytes),
    ]


def _findings(text: str) -> int:
    return len(read_text(text).findings)


def _bills(text: str) -> int:
    return len(read_bills(text).rows)


def _bytes(text: str) -> int:
    return len(read_bytes(text.encode("latin-1"), "noise").findings)


if __name__ == "__main__":
    main()
