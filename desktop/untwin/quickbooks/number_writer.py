"""THE number writer: the one function in the whole program that writes to the books."""

import json

from untwin.domain.books.documents import TYPES, Side
from untwin.domain.changes.history import NumberOrder
from untwin.domain.changes.numbering import AUTO, MAX_LENGTH
from untwin.domain.problems import NotAllowed
from untwin.quickbooks.client import Client


def write_number(client: Client, order: NumberOrder) -> None:
    """Gives one document another number, and can do nothing else.

    The body has four keys and never a fifth. What QuickBooks answers is not looked at: only a later read
    proves anything.

    Raises:
        NotAllowed: the type is one that Untwin never changes, or the number is none.
        AnswerLost: it was sent, and whether it was done isn't known.
        OutsideProblem: it was refused, or never sent.
    """
    kind = TYPES.get(order.entity)
    # Journal entries stay locked until a company can unlock them by a named person.
    if kind is None or kind.side is not Side.SALES or not (order.id.isascii() and order.id.isdigit()):
        raise NotAllowed(f"Untwin never changes a document of this type: {order.entity}.")
    if not order.new_number.strip() or order.new_number.strip().upper() == AUTO or len(order.new_number) > MAX_LENGTH:
        # An empty number would take the old one away, and this word would let QuickBooks choose.
        raise NotAllowed(f"“{order.new_number}” can't be a document's number.")
    body = {"Id": order.id, "SyncToken": order.sync_token, "sparse": True, "DocNumber": order.new_number}
    client.update_object(order.entity, json.dumps(body), request_id=order.request_id)
