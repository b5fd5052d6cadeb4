"""The Bill Syncing page as a person sees it: bills, their sync status, and Retry on each failed row."""

import html

from untwin.sample.clio.desk import Desk, Row, Status

_STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #999;padding:.5rem;text-align:left;vertical-align:top}
th[scope=row]{font-weight:600;white-space:nowrap}
"""


_HEADS = ("Bill number", "Type", "Sync Status", "Error", "Action")


def bill_syncing_page(desk: Desk, retry_path: str) -> str:
    """The whole page; like the real one, its error text names neither customer nor amount."""
    rows = sorted(desk.rows, key=lambda row: row.status is not Status.FAILED)
    synced = sum(row.status is Status.SYNCED for row in desk.rows)
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    body = "".join(_row(row, retry_path) for row in rows)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Bill Syncing - Clio (sample)</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>Bill Syncing</h1>"
        "<p>Clio (sample). Nothing here reaches a real company.</p>"
        f"<p>Bills Synced: {synced}. Bills dated before {desk.starts:%B %d, %Y} and drafts are not synced.</p>"
        f"<table><caption>Bills and their Sync Status</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{body}</tbody></table></main></body></html>\n"
    )


def _row(row: Row, retry_path: str) -> str:
    return (
        f'<tr><th scope="row">{html.escape(row.number)}</th><td>{row.kind}</td><td>{row.status}</td>'
        f"<td>{html.escape(row.error)}</td>"
        f"<td>{_button(row, retry_path) if row.status is Status.FAILED else ''}</td></tr>\n"
    )


def _button(row: Row, retry_path: str) -> str:
    label = html.escape(row.label, quote=True)
    named = label if row.label != row.number else f"bill {label}"
    return (
        f'<form method="post" action="{retry_path}"><input type="hidden" name="bill_number" value="{label}">'
        f'<button type="submit" aria-label="Retry {named}">Retry</button></form>'
    )
