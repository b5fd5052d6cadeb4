"""The commands about the record: history, export, backup, and the name that it shows."""

import argparse
from collections.abc import Callable
from pathlib import Path

from untwin.cli.codes import DONE, NEEDS_A_PERSON
from untwin.cli.company import find_company
from untwin.cli.words import Printer, clock_words
from untwin.domain.changes.history import HistoryRow
from untwin.domain.changes.told import told
from untwin.domain.problems import BadInput
from untwin.domain.words.phrasing import in_sentences
from untwin.flows.desk import Desk
from untwin.flows.export import Wanted, month_of

Options = argparse.Namespace


def history(options: Options, desk: Desk, printer: Printer) -> int:
    """Lists what was done, verifies the chain, or says how long copies of documents are kept."""
    actions = {"list": _list, "verify": _verify, "retain": _retain}
    return actions[options.action](options, desk, printer)


def _list(options: Options, desk: Desk, printer: Printer) -> int:
    rows = [row for row in told(desk.history.rows(), desk.history.changes()) if _fits(row, options.find, options.case)]
    data = [
        {"at": r.at, "who": r.who, "company": r.company, "case": r.case_id, "what": r.what, "detail": r.detail}
        for r in rows
    ]
    lines = [f"{clock_words(r.at)}  {r.who}  {_about(r)}: {in_sentences(r.what, r.detail)}" for r in rows]
    printer.answer(data, lines or ["Nothing was done yet." if not (options.find or options.case) else "Nothing fits."])
    return DONE


def _fits(row: HistoryRow, find: str, case: str) -> bool:
    """“formerly no. 1234” and “1234” find the same: the old number stands in what was done."""
    wanted = find.casefold().replace("formerly no.", "").split()
    said = f"{row.who} {row.what} {row.detail} {row.case_id}".casefold()
    return all(word in said for word in wanted) and case in ("", row.case_id)


def _about(row: HistoryRow) -> str:
    if row.case_id:
        return f"case {row.case_id}"
    return "company" if row.company else "Untwin"


def _verify(options: Options, desk: Desk, printer: Printer) -> int:
    """Exits with 1 where an entry isn't as it was recorded, or the head that was named isn't in the chain."""
    verified = desk.history.verify(options.head)
    missing = bool(options.head) and verified.found is None
    found = verified.found
    data = {
        "entries": verified.entries,
        "head": verified.head,
        "whole": verified.whole,
        "problem": verified.problem,
        "head_found": None if not options.head else not missing,
        "head_place": found.place if found else None,
        "head_at": found.at if found else None,
        "images_blanked": verified.blanked,
    }
    lines = [verified.problem] if verified.problem else [f"All {verified.entries} entries are as they were recorded."]
    lines += [f"Head: {verified.head or 'none yet'}"]
    if found:
        lines.append(f"The head you named is entry {found.place} of {found.at:%Y-%m-%d %H:%M} UTC.")
    elif missing:
        lines.append("The head you named is not in this chain: entries are missing, or it is another chain.")
    printer.answer(data, lines)
    return NEEDS_A_PERSON if verified.problem or missing else DONE


def _retain(options: Options, desk: Desk, printer: Printer) -> int:
    if not options.days:
        days = desk.retain.days
        said = "for ever" if days is None else f"for {days} days"
        printer.answer({"days": days}, [f"Copies of documents are kept {said}; the history itself always."])
        return DONE
    blanked = desk.retain.keep(_days(options.days), desk.who)
    printer.answer({"days": desk.retain.days, "blanked": blanked}, [f"{blanked} copies of documents were blanked."])
    return DONE


def _days(text: str) -> int | None:
    if text == "forever":
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise BadInput("--days takes a number of days, or forever.")
    return int(text)


def export(options: Options, desk: Desk, printer: Printer) -> int:
    """Writes the history as Excel, CSV or PDF, by the ending of the file."""
    realm = find_company(desk, options.company).realm if options.company else None
    month = month_of(options.month) if options.month else None
    wanted = Wanted(realm, month, options.case or None)
    count = desk.export(options.file, wanted, replace=options.replace)
    head = desk.history.head()
    lines = [f"{options.file}: {count} {'change' if count == 1 else 'changes'}.", f"Head: {head or 'none yet'}"]
    printer.answer({"file": str(options.file), "changes": count, "head": head}, lines)
    return DONE


def backup(options: Options, desk: Desk, printer: Printer) -> int:
    """Copies the store while it is in use."""
    desk.backups.save(options.file, replace=options.replace)
    printer.answer({"file": str(options.file)}, [f"Copied to {options.file}, and checked. It is not encrypted."])
    return DONE


def restore_backup(options: Options, restore: Callable[[Path], Path]) -> int:
    """Puts a copy in the place of the store, which stays beside it."""
    former = restore(options.file)
    lines = [f"{options.file} is in place now. What was there before lies in {former}."]
    Printer(options.json).answer({"file": str(options.file), "former": str(former)}, lines)
    return DONE


def who(options: Options, desk: Desk, printer: Printer) -> int:
    """Says or sets the name that the change history shows."""
    name = desk.person.put(options.name) if options.name else desk.person.name
    printer.answer({"name": name}, [name])
    return DONE


RUN: dict[str, Callable[[Options, Desk, Printer], int]] = {
    "history": history,
    "export": export,
    "backup": backup,
    "who": who,
}
