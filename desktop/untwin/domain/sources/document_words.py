"""What a source's words for a document's state and kind come to, in seven languages."""

from untwin.domain.sources.incoming import IncomingKind, IncomingState
from untwin.domain.words.plain_text import plain


def state_of(printed: str) -> IncomingState | None:
    """What a state word comes to; None for one that nobody knows."""
    return _STATES.get(_letters(printed))


def kind_of(printed: str) -> IncomingKind | None:
    """What a kind of document comes to; None for one that nobody knows."""
    return _KINDS.get(_letters(printed))


def _letters(printed: str) -> str:
    return "".join(c for c in plain(printed[:60]) if c.isalpha())


_STATE_WORDS = {
    IncomingState.WAITING: "open sent unpaid paid partiallypaid partpaid overdue awaitingpayment approved issued due"
    " outstanding pastdue viewed late partial payee payé envoyee ouverte ouvert emise emis impayee enretard offen"
    " bezahlt versendet gesendet uberfallig ueberfallig teilbezahlt abierta abierto pagada pagado"
    " enviada enviado pendiente vencida emitida verzonden betaald openstaand verlopen enviada paga"
    " pendente aberta aberto emaberto vencida inviata pagata aperta scaduta emessa synced unsynced failed failedtosync"
    " notsynced failingtosync",
    IncomingState.DRAFT: "draft brouillon entwurf borrador concept rascunho bozza awaitingapproval pendingapproval"
    " unapproved proforma",
    IncomingState.VOIDED: "void voided canceled cancelled annulee annule storniert anulada anulado geannuleerd"
    " cancelada cancelado annullata annullato stornata",
    IncomingState.DELETED: "deleted supprimee supprime geloscht geloescht eliminada eliminado verwijderd excluida"
    " eliminata trashed removed",
}
_KIND_WORDS = {
    IncomingKind.BILL: "bill invoice invoices matterbill clientbill facture rechnung factura factuur fatura fattura"
    " salesinvoice taxinvoice",
    IncomingKind.PAYMENT: "payment payments paiement zahlung pago betaling pagamento receipt receivepayment",
    IncomingKind.CREDIT_NOTE: "creditnote creditmemo credit avoir notedecredit gutschrift notadecredito creditnota"
    " notacredito notadicredito abono rechnungskorrektur",
    IncomingKind.INTEREST: "interest interestcharge interests zinsen latefee latecharge",
    IncomingKind.TRUST: "trust trusttransaction trustrequest trusttransfer trustdeposit journalentry",
}
_STATES = {plain(word): state for state, words in _STATE_WORDS.items() for word in words.split()}
_KINDS = {word: kind for kind, words in _KIND_WORDS.items() for word in words.split()}
