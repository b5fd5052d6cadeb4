"""The words of column headers in a dozen languages, brought down to a few of our own, and what those come to."""

import re
from collections.abc import Sequence

from untwin.domain.errors.columns import Holds
from untwin.domain.words.plain_text import plain
from untwin.intake.tables.eastern_words import with_eastern_words

# What an app counts its records by is no document's number.
_AN_ID = re.compile(r"\W*(?:hs[ _])?(?:record|object|row|internal)[ _-]?ids?\W*", re.IGNORECASE)
# Longer cells are no names.
LONGEST = 60


def meaning(printed: str) -> tuple[Holds, int] | None:
    """What a column of this name holds, and how telling the name is (0 the most); None if nobody knows."""
    if len(printed) > LONGEST or _AN_ID.fullmatch(printed):
        return None
    return _KNOWN.get(header_words(printed))


def header_words(printed: str) -> frozenset[str]:
    """The name's words in our own terms: `Rechnungs-Nr.`, `invoiceNo` and `N° de facture` are invoice and no."""
    spaced = _NUMBER_SIGN.sub(" no ", _HUMP.sub(" ", printed[:LONGEST]))
    spaced = _OWED.sub("due", spaced)
    for letter, plain_letter in _LETTERS:
        spaced = spaced.replace(letter, plain_letter)
    if not spaced.isascii():
        spaced = with_eastern_words(spaced)
    words = _NOT_A_WORD.sub(" ", plain(spaced)).split()
    return frozenset(own for word in words for own in _own(word))


def foreign(header: Sequence[str]) -> bool:
    """Whether a header is in a language that nobody here knows: of most of its names not a word is known."""
    names = [name for name in header if name.strip()]
    return sum(not header_words(name) & _OURS_ALONE for name in names) * 2 > len(names)


def _own(word: str) -> list[str]:
    """A word in our terms, compounds taken apart; nothing for words such as `of`."""
    if word in _OURS:
        return [_OURS[word]] if _OURS[word] else []
    compound = _COMPOUND.fullmatch(word)
    if compound and compound.group("first") in _OURS:
        return [_OURS[compound.group("first")], _OURS[compound.group("second")]]
    return [word]


# Ours, then what stands for it: English, French, German, Spanish, Dutch, Portuguese, Italian, and the words by which
# lists are known in Swedish, Danish, Norwegian and Polish.
_SYNONYMS = {
    "no": "no num number numbers nbr nr numero nummer num\u00e9ro n nro numer numret"
    " cislo szama sorszam numarasi numarul",
    "invoice": "laskun lasku invoice invoices inv bill bills re rg facture factures rechnung rechnungs"
    " rechnungen faktura"
    " fakturen factura facturas factuur factuurs facturen fatura faturas fattura fatture statement"
    " fakturas fakturor fakturaer faktury faktur"
    " szamla faturasi facturii",
    "document": "document documents doc docs documento documentos documenti dokument dokumente beleg belege record",
    "transaction": "txn transaction transactions transaktion transaccion transacao transazione transactie",
    "credit": "credit credits gutschrift gutschrifts creditnota creditnote creditmemo",
    "note": "note memo",
    "date": "paiva paivamaara date dated dt datum fecha data dato datoen tarih tarihi",
    "issue": "issue issued emission emis ausstellung ausstellungs ausgestellt emision emissao emissione uitgifte"
    " wystawienia",
    "amount": "summa amount amounts amt montant betrag betrags bedrag importe monto valor importo wert belop belopet"
    " belopp beloppet"
    " belob beloep kwota wartosc"
    " castka osszeg tutar tutari",
    "total": "yhteensa total totals totaal totale gesamt gesamtsumme summe sum somme gross brutto ttc endbetrag"
    " eindtotaal"
    " totalt razem"
    " celkem osszesen toplam",
    "customer": "asiakas asiakkaan customer customers cust client clients kunde kunden klant klanten cliente"
    " clientes clienti clienten"
    " payer party debtor debitor debitoren debiteur mandant mandanten buyer acheteur adquirente afnemer kund kunder"
    " kunden kundens klient klienta klienci kontrahent nabywca odbiorca"
    " odberatel zakaznik vevo ugyfel musteri",
    "contact": "contact contacts kontakt kontakte contacto contactos contato contatto contatti contactpersoon",
    "name": "name names nom nombre naam nome namn navn nazwa",
    "company": "company firma entreprise societe empresa bedrijf azienda organization organisation unternehmen",
    "balance": "balance bal solde saldo outstanding restant restbetrag offen offener offene openstaand aberto"
    " pendiente pendente residuo unpaid remaining saldot restbelopp utestaende udestaende utestaaende pozostalo"
    " zustatek bakiye",
    "billed": "billed facturado facturada faturado faturada fatturato gefactureerd fakturert faktureret fakturerat",
    "open": "open",
    "due": "due echeance adeudado devido dovuto verschuldigd erapaiva falligkeit falligkeits fallig falliger"
    " faellig faelliger faelligkeit faelligkeits"
    " vencimiento vencimento vervaldatum vervaldag verval scadenza deadline forfallodatum forfaldsdato"
    " forfallsdato forfald forfall"
    " platnosci"
    " vade hatarido",
    "currency": "currency curr cur devise wahrung waehrung moneda valuta moeda divisa monnaie ccy waluta mena penznem",
    "state": "state status statut etat estado stato zustand situacao situacion",
    "kind": "kind type typ art tipo soort",
    "matter": "matter matters project projekt projet proyecto projeto progetto zaak dossier affaire akte aktenzeichen"
    " asunto caso pratica deal",
    "link": "link links url uri lien enlace href permalink",
    "source": "source quelle origem origen herkunft bron origine app application integration connector",
    "error": "virhe virheilmoitus error errors err fehler erreur erreurs fout erro erros errore errori failure"
    " fehlermeldung foutmelding"
    " fehlertext fehlerbeschreibung exception fel felmeddelande fejl feil blad"
    " chyba hiba hata eroare",
    "message": "message msg meldung mensaje mensagem messaggio melding text texto testo zprava uzenet mesaj",
    "reason": "reason grund raison motif motivo reden cause",
    "detail": "detail details",
    "code": "code codigo codice fehlercode foutcode",
    "email": "email mail courriel correo",
    "sync": "sync synchronization synchronisation synchronisierung sincronizacion",
    "reference": "reference ref referenz referencia referentie riferimento",
    "id": "id ids",
    "associated": "associated zugeordneter zugeordnete zugeordnetes zugeordneten associe associee"
    " asociado asociada associato associata associado associada gekoppelde gekoppeld",
    "vendor": "vendor vendors supplier suppliers lieferant lieferanten fournisseur fournisseurs proveedor proveedores"
    " leverancier leveranciers fornecedor fornecedores fornitore fornitori leverantor",
    "paid": "paid paye bezahlt pagado betaald pago pagato",
    "tax": "tax vat mwst tva iva btw gst ust steuer impuesto",
    "": "usd eur gbp cad aud nzd chf inr sgd hkd sek nok dkk pln czk jpy mxn brl zar aed"
    " utc of the de du des der die das la le les l d del do da di della"
    " em dello het van von el los las os as e o a an en and und et y qbo quickbooks qb hs hubspot clio"
    " stripe shopify our your zum zur am",
}
_OURS = {word: ours for ours, words in _SYNONYMS.items() for word in words.split()}
_COMPOUND = re.compile(
    r"(?P<first>rechnungs?|kunden|kund|kunde|faktura|beleg|gutschrifts?|faelligkeits?|falligkeits?|factuur|klant"
    r"|gesamt|fehler|fout|dokument"
    r"|totaal|total|debitoren|ausstellungs|verval|invoice|bill|doc|customer|client|error|document|txn)"
    r"(?P<second>nummer|nr|no|num|number|datum|dato|date|namn|navn|belopp|betrag|bedrag|summe|name|naam|status|code"
    r"|id|meldung|melding|text|typ"
    r"|art|amount|total|link|url|type|message)"
)
# By what is held, the most telling name first; each a set of our words.
_NAMES: dict[Holds, tuple[str, ...]] = {
    Holds.ERROR: (
        *("error message", "sync error", "error detail", "error reason", "sync error message"),
        *("failure reason", "error", "message", "reason", "detail", "error category", "reason sync"),
        *("message state", "detail sync", "error last", "last sync error", "message detail", "what happened"),
        *("sync message", "problem", "problema"),
    ),
    Holds.CODE: (
        "error code",
        "error no",
        "code",
        "error id",
        "quick books error code",
        "quick books code",
        "fault code",
        "intuit code",
        "intuit error code",
    ),
    Holds.CUSTOMER: (
        *("customer name", "customer", "contact name", "invoice to", "billed to", "billto", "sold to"),
        *("contact", "associated contact", "company name", "company customer", "company", "customer company"),
        "associated company",
        *("account name", "customer full name", "invoice contact", "invoice customer"),
        *("invoice contact name", "customer display name", "display name", "recipient", "destinataire"),
        *("customer reference name", "invoice customer name", "invoice customer display name"),
        *("empfanger", "destinatario", "razon social", "ragione sociale", "raison sociale", "name"),
    ),
    Holds.EMAIL: (
        *("customer email", "contact email", "email", "email address", "e email", "customer e email"),
        *("e email customer", "invoice email", "customer email address"),
    ),
    Holds.AMOUNT: (
        *("amount total", "invoice total", "invoice amount total", "total", "invoice amount"),
        *("document amount", "amount invoiced", "amount billed", "billed", "amount", "credit amount"),
        *("total incl tax", "tax total", "document total", "amount currency", "amount invoice document"),
        *("total invoiced", "total billed", "invoice value", "document value", "total value", "document amount total"),
    ),
    Holds.BALANCE: (
        *("balance due", "balance", "amount balance", "amount due", "amount open", "balance open"),
        *("total due", "due total", "invoice balance", "amount remaining", "open", "reste payer"),
        *("invoice amount due", "invoice balance due", "amount due balance"),
        *("balance payer", "amount unpaid", "balance total", "te betalen"),
        *("due balance invoice",),
    ),
    Holds.CURRENCY: (
        "currency code",
        "currency",
        "invoice currency",
        "currency iso",
        "code currency invoice",
        "document total currency",
        *("total currency", "currency reference", "currency reference value", "invoice total currency"),
    ),
    Holds.DATE: (
        *("invoice date", "issue date", "document date", "issue", "issue at", "issue on"),
        *("issue invoice date", "transaction date", "invoice issue", "date", "invoice issue date", "date issue at"),
        *("invoice issue on", "invoice issue at"),
        *("credit date", "credit note date", "invoiced on", "billed on"),
    ),
    Holds.DUE: (
        "due date",
        "due",
        "invoice due date",
        "payment due date",
        "due on",
        "due at",
        "date due invoice",
    ),
    Holds.STATE: (
        "invoice state",
        "state",
        "document state",
        "payment state",
        "state sync",
    ),
    Holds.KIND: (
        *("transaction kind", "document kind", "kind", "object kind", "invoice kind", "document object kind"),
        *("object",),
    ),
    Holds.MATTER: (
        "matter no",
        "matter",
        "matter name",
        "matter description",
        "matter display no",
        "matter id",
    ),
    Holds.NUMBER: (
        *("invoice no", "document no", "credit note no", "credit no", "no", "transaction no", "invoice"),
        *("document name", "document", "invoice reference", "document reference", "reference"),
        *("reference no", "invoice name", "credit note", "invoice display no", "invoice document no"),
        *("invoice id", "document id"),
    ),
    Holds.LINK: (
        *("invoice link", "document link", "link", "link source", "link app", "invoice app link", "pdf link"),
        *("page", "view"),
    ),
    Holds.SOURCE: (
        "source",
        "source name",
        "source system",
        "system",
    ),
}
_KNOWN: dict[frozenset[str], tuple[Holds, int]] = {}
for _holds, _names in _NAMES.items():
    for _rank, _name in enumerate(_names):
        _KNOWN.setdefault(frozenset(_name.split()), (_holds, _rank))
_OURS_ALONE = frozenset(_OURS.values()) - {""}
# Letters that are no accented ones.
_LETTERS = (("\u00df", "ss"), ("\u00f8", "o"), ("\u00d8", "O"), ("\u0142", "l"), ("\u0141", "L"), ("\u00e6", "ae"))
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBER_SIGN = re.compile(r"#|\bn\s?[\u00b0\u00ba]\.?|\u2116", re.IGNORECASE)
# French for owed, which without its accent is French for `of`.
_OWED = re.compile(r"\bd\u00fb\b", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
