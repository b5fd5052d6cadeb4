"""Knows how products say in other languages what went wrong with a customer, a name, a date, a record, a connection."""

_NEAR = r"(?:[^\s,;.]{1,20} ){0,4}?"
# In Japanese and Chinese nothing divides words; a sentence ends with a full stop of their own.
_SOON = r"[^\u3002\n]{0,16}"

# A dot stands for an accent.
MISSING_CUSTOMER_ABROAD = (
    rf"facture doit avoir {_NEAR}client",
    rf"factura debe tener {_NEAR}cliente",
    rf"fatura (?:deve|precisa) ter {_NEAR}cliente",
    rf"fattura deve avere {_NEAR}cliente",
    rf"rechnung (?:muss|sollte) (?:mit )?{_NEAR}kunden",
    rf"factuur moet {_NEAR}klant",
    rf"fakturan? (?:m.{{1,3}}ste|b.{{1,3}}r|ska) {_NEAR}kund",
    rf"faktura(?:en)? (?:skal|b.{{1,3}}r|m.{{1,3}}) {_NEAR}kunde",
    rf"faktura (?:musi|powinna) {_NEAR}klient",
    r"laskulla (?:on oltava|pit.{1,3}.{1,3} olla) .{0,20}asiakas",
    f"\u8acb\u6c42\u66f8{_SOON}\u9867\u5ba2{_SOON}\u5fc5\u8981",
    f"\u53d1\u7968[\u5e94\u5fc5\u9700]{_SOON}\u5ba2\u6237",
)
DUPLICATE_NAME_ABROAD = (
    r"anzeigename (?:ist (?:ein duplikat|bereits|schon|doppelt)|existiert (?:bereits|schon)|wird (?:bereits|schon))",
    rf"verwendet diesen namen (?:bereits|schon)|name wird (?:bereits|schon) {_NEAR}verwendet",
    r"nom (?:d.affichage|affich.{1,3}) (?:est (?:un doublon|en double|d.{1,3}j)|existe d)",
    r"nombre (?:para|de|a) (?:mostrar|visualizaci.{1,3}n) (?:es un duplicado|est.{1,3} duplicado|ya )",
    r"name (?:existiert|ist) bereits (?:vorhanden|vergeben|in verwendung)",
    r"nombre (?:proporcionado|indicado|suministrado) ya existe",
    r"nome (?:informado|fornecido|indicado) j.{1,3} existe",
    r"nome (?:fornito|specificato|indicato) esiste gi",
    r"naam bestaat al\b",
    r"gebruikt deze naam al",
    r"ya (?:usa|utiliza|est.{1,3} usando) este nombre",
    r"nome (?:de exibi.{2,6}|para exibi.{2,6}) (?:.{1,3} (?:um |uma )?duplica|j.{1,3} )",
    r"nome visualizzato (?:.{1,3} (?:un )?duplicat|.{1,3} gi.|esiste gi)",
    r"weergavenaam (?:is (?:een duplicaat|dubbel|al )|bestaat al)",
    r"visningsnamnet (?:.{1,3}r (?:en dubblett|duplicerat)|finns redan|anv.{1,3}nds redan)",
    r"visningsnavnet (?:er (?:en dublet|et duplikat|duplisert|allerede)|findes allerede|finnes allerede)",
    r"nazwa wy.{1,3}wietlana (?:jest (?:duplikatem|zduplikowana)|ju)",
    r"n.{1,3}ytt.{1,3}nimi on (?:kaksoiskappale|jo )",
    f"\u8868\u793a\u540d{_SOON}(?:\u91cd\u8907|\u3059\u3067\u306b|\u65e2\u306b)",
    f"\u663e\u793a\u540d\u79f0{_SOON}\u91cd\u590d",
)
SERVICE_DATE_ABROAD = (
    r"date de (?:service|prestation) pour .{0,50}(?:comptabilisation|constatation|reconnaissance) d",
    r"fecha (?:de|del) servicio para .{0,40}reconocimiento de (?:los )?ingresos",
    r"data d[eo] servi.{1,3}o para .{0,40}reconhecimento d[ea] receitas?",
    r"data (?:di|del) servizio per .{0,40}riconoscimento dei (?:ricavi|proventi)",
    *(
        rf"{word}datum f.{{1,3}}r .{{0,40}}(?:umsatz|ertrags|erl.{{1,3}}s)(?:erfassung|realisierung)"
        for word in ("leistungs", "service", "dienst")
    ),
    *(
        rf"{word}datum .{{0,8}}voor .{{0,40}}(?:omzet|opbrengst)(?:verantwoording|erkenning)"
        for word in ("service", "dienst")
    ),
    f"\u53ce\u76ca\u8a8d\u8b58{_SOON}\u30b5\u30fc\u30d3\u30b9{_SOON}\u65e5",
    f"\u6536\u5165\u786e\u8ba4{_SOON}\u670d\u52a1\u65e5\u671f",
)
STALE_OBJECT_ABROAD = (
    r"veraltetes objekt",
    r"objeto (?:obsoleto|desatualizado|desactualizado)",
    r"oggetto (?:obsoleto|non aggiornato)",
    r"verouderd object",
)
OBJECT_NOT_FOUND_ABROAD = (
    r"objekt (?:wurde )?nicht gefunden",
    r"objeto n(?:o|.{1,3}o) encontrado",
    r"no se encontr.{1,3} el objeto",
    r"oggetto non trovato",
    r"object niet gevonden",
)
INVALID_REFERENCE_ABROAD = (
    r"ung.{1,3}ltige referenz-?(?:id|nummer)",
    r"id de refer.{1,3}ncia (?:no v.{1,3}lid|inv.{1,3}lid)[oa]",
    r"id (?:di )?riferimento non valido",
    r"ongeldige? referentie-?id",
)
EXTERNAL_MODIFICATION_ABROAD = (
    r"factures? natives? (?:de |dans )?hubspot",
    r"facturas? nativas? (?:de |en )?hubspot",
    r"faturas? nativas? (?:da |do |de )?hubspot",
    r"fatture? native? (?:di |in )?hubspot",
    r"native[nr]? hubspot-?\s?(?:rechnung|factu|faktur)",
    r"hubspot[ -](?:eigenen|nativen) rechnung",
    "hubspot ?\u306e?\u30cd\u30a4\u30c6\u30a3\u30d6\u306e? ?\u8acb\u6c42\u66f8",
    "hubspot ?\u539f\u751f\u53d1\u7968",
)
CLOSED_PERIOD_ABROAD = (
    *(
        rf"{word}(?:zeitraum|periode) (?:ist|wurde) {_NEAR}(?:geschlossen|abgeschlossen|gesperrt)"
        for word in ("buchungs", "abrechnungs")
    ),
    rf"per.{{1,3}}odo contable (?:ya )?(?:est.{{1,3}}|ha sido|se ha|fue) {_NEAR}cerrad",
    rf"per.{{1,3}}odo cont.{{1,3}}bil (?:j.{{1,3}} )?(?:est.{{1,3}}|foi) {_NEAR}(?:fechad|encerrad)",
    rf"periodo contabile .{{1,3}} {_NEAR}chius",
    rf"boek(?:houd|ings)periode is {_NEAR}(?:af)?gesloten",
)
AUTH_ABROAD = (
    rf"verbindung (?:zu|mit) quickbooks(?: online)? {_NEAR}(?:abgelaufen|getrennt|unterbrochen|verloren)",
    rf"conexi.{{1,3}}n con quickbooks(?: online)? {_NEAR}(?:caducad|expir|venci|perdi)",
    rf"conex.{{1,3}}o com o quickbooks(?: online)? {_NEAR}(?:expir|perdi|venc)",
    rf"connessione (?:a|con) quickbooks(?: online)? {_NEAR}(?:scadut|persa|interrott)",
    rf"verbinding met quickbooks(?: online)? {_NEAR}(?:verlopen|verbroken)",
)
