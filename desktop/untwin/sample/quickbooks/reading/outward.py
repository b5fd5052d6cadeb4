"""How a stored object is answered: most as they are, some under another name or without what only the books need."""

from untwin.sample.quickbooks.kinds.entity import Doc, Entity

_EDITOR = "LastModifiedByRef"
RECURRING, RATE = "RecurringTransaction", "ExchangeRate"
_OURS = ("Id", "SyncToken", "MetaData", "domain", "sparse", "Active")


def outward(entity: Entity, doc: Doc) -> Doc:
    """The object as an answer carries it: a recurring form inside its kind, a rate without an id."""
    if entity.name == RATE:
        return {name: value for name, value in doc.items() if name != "Id"}
    if entity.name == RECURRING and "status" not in doc:
        kind, form = recurring_form(doc)
        return {kind: form | {name: doc[name] for name in _OURS if name in doc}}
    return doc if entity.tells_editor or _EDITOR not in doc.get("MetaData", {}) else _without_editor(doc)


def _without_editor(doc: Doc) -> Doc:
    told = {name: value for name, value in doc["MetaData"].items() if name != _EDITOR}
    return doc | {"MetaData": told}


def recurring_form(doc: Doc) -> tuple[str, Doc]:
    """Which form a stored recurring transaction is of, and the form."""
    return next((name, value) for name, value in doc.items() if name not in _OURS and name != "RecurringInfo")
