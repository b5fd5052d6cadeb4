"""Knows QuickBooks' types by the words that are shown for them, English and French."""

from untwin.domain.words.plain_text import plain


def entity_of(type_word: str) -> str | None:
    """QuickBooks' name for a displayed type word, English or French; None where the word does not say."""
    return _ENTITIES.get(_letters(type_word))


def _letters(type_word: str) -> str:
    return "".join(c for c in plain(type_word) if c.isalpha())


# The words QuickBooks shows for its types, letters only, and the ones its users know them by. Deposit,
# Transfer, Charge, Time Activity and Payroll are left out: they have no number to change.
_TYPE_WORDS = {
    "Invoice": "invoice facture taxinvoice salesinvoice factureclient",
    "CreditMemo": "creditmemo creditnote adjustmentnote notedecredit avoir factureavoir",
    "SalesReceipt": "salesreceipt recudevente recuvente recudecaisse ticketdecaisse",
    "RefundReceipt": "refund refundreceipt remboursement recuderemboursement",
    "Estimate": "estimate quote devis estimation soumission",
    "JournalEntry": "journalentry journal ecrituredejournal ecriturecomptable operationdiverse",
    "Bill": "bill facturefournisseur factureapayer facturedufournisseur",
    "BillPayment": "billpayment billpaymentcheck billpaymentcheque billpaymentcreditcard paiementdefacture",
    "VendorCredit": "vendorcredit suppliercredit creditfournisseur creditdufournisseur",
    "Purchase": "purchase check cheque expense cashexpense creditcardcharge creditcardexpense creditcardcredit"
    " cashpurchase depense",
    "PurchaseOrder": "purchaseorder bondecommande commandefournisseur",
    "Payment": "payment receivepayment receivedpayment paiement paiementrecu",
}
_ENTITIES = {word: entity for entity, words in _TYPE_WORDS.items() for word in words.split()}
