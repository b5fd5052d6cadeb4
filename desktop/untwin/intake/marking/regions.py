"""Finds the parts of a text, however long, in which an error may stand, so that only they are looked at closely."""

from collections.abc import Iterator

# How far an error reaches to both sides of the word that betrays it (a 2010 error lists 83 properties in 1,600).
REACH = 3_000
# What is looked at in one go, and how much of it is only there so that an error at the seam is seen whole.
BLOCK = 65_536
OVERLAP = 8_192

# Lower case, single words: nothing that wraps, escapes or marks up a text goes through the middle of a word.
# Every error that can be recognised holds at least one of them.
ANCHORS = (
    *("docnumber", "doc_num", "duplicat", "double", "already", "utilis", "fault", "err", "exception"),
    *("code", "specify", "indiquer", "associ", "customerref", "native", "external", "period", "p\u00e9riode"),
    *("books", "stale", "working", "finished", "found", "introuvable", "deleted", "reference", "deposited"),
    *("throttle", "limit", "ten_secondly", "token", "grant", "fail", "authenti", "authori", "subscription"),
    *("objet", "company status", "service date", "revenue", "existe", "non valide", "travaill", "unavailable"),
    *("must have", "connexion", "connection"),
    *("gateway", "too many", "reconnect", "unsupported", "third-party", "too long", "longer", "exceeds", "charac"),
    *(
        "bereits",
        "doppelt",
        "duplicad",
        "dubbel",
        "documentnummer",
        "factura",
        "fatura",
        "fattura",
        "documento",
    ),
    *("param missing", "incorrect", "enumeration", "invalid", "provided", "inactive", "length", "doc number", "unique"),
    *("closing date", "start date", "used by an", "used on an", "used for an", "taken", "in use", "invoice has no"),
    *("is missing", "is required", "without a", "no customer", "revoked", "sign-in", "signin", "credentials"),
    *("disconnected", "re-connect", "comptable", "ration a ", "ro de ", "schon ", "belegnummer", "dokumentnummer"),
    *(
        "nummer is ",
        "nummer wordt ",
        "este n",
        "questo numero",
        "il numero",
        "id van ",
        "visualizaci",
        "facture doit",
        "odo cont",
    ),
    *("date de service", "date de prestation", "reconhecimento", "missing tracked", "not valid"),
    *("syntax rules", "mas trans", "transactions have", "faktur", "lasku", "rechnung", "factuur", "esiste gi"),
    *("deze naam", "naam bestaat", "6140", "inuse", "in_use", "number_exists", "numberexists"),
    *("numberused", "number_used", "list element", "same time", "dup doc", "dup inv"),
    *("anzeigename", "diesen namen", "affich", "mostrar", "este nombre", "exibi", "visualizzato", "weergavenaam"),
    *("visningsna", "nazwa", "nimi on", "servizio", "servi\u00e7o", "servicio", "datum", "hubspot", "zeitraum"),
    *("per\u00edodo", "periodo", "verbind", "conexi", "conex\u00e3o", "connessione", "dokumentu"),
    *("\u8acb\u6c42\u66f8", "\u6587\u66f8", "\u4f1d\u7968", "\u53d1\u7968", "\u767c\u7968", "\u6587\u6863"),
    *("\u5355\u636e", "\uccad\uad6c\uc11c", "\uc1a1\uc7a5", "\u8868\u793a\u540d", "\u663e\u793a\u540d\u79f0"),
    *("objekt", "oggetto", "object niet", "verouderd", "referenc", "referenz", "referentie", "riferimento"),
    "id de refer",
    *("comptabilis", "responded", "umsatz", "\u30b5\u30fc\u30d3\u30b9", "\u6536\u5165\u786e\u8ba4"),
)


def regions(lower_text: str) -> list[tuple[int, int]]:
    """The spans around anchor words, in order and apart from each other; at most one a `REACH` of text."""
    found = sorted(span for anchor in ANCHORS for span in _around(lower_text, anchor))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _around(lower_text: str, anchor: str) -> Iterator[tuple[int, int]]:
    """One span for each `REACH` that holds the anchor, not for each anchor: a million of them are no more work."""
    at = lower_text.find(anchor)
    while at >= 0:
        # What lies within REACH of here is covered without looking; the last anchor in it may reach further.
        last = lower_text.rfind(anchor, at, at + REACH + len(anchor))
        yield max(0, at - REACH), min(len(lower_text), last + len(anchor) + REACH)
        at = lower_text.find(anchor, last + len(anchor))
