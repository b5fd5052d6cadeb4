"""Knows how products say in other languages that a document's number is in use already."""

# A number that was paid, sent or approved already is not in use.
_BETWEEN = r"(?:(?:\([^()\n]{1,80}\)|[^\s,;.]{1,20}) ){0,4}?"
_BEREITS = (
    r"(?:existiert (?:bereits|schon)|(?:bereits|schon) (?:vergeben|vorhanden|verwendet|benutzt|belegt)"
    r"|(?:wurde|wird|ist) (?:[^\s,;.]{1,20} ){0,3}?(?:bereits|schon) "
    rf"{_BETWEEN}(?:verwende|verwendung|benutz|genutzt|vergeben|vorhanden|belegt|zugewiesen|gebraucht))"
)
_YA = rf"ya {_BETWEEN}(?:exist|usad|uso|usa |utiliz|asignad|emplead|ocupad|registrad)"
_JA = rf"j.{{1,3}} {_BETWEEN}(?:exist|usad|uso|utiliz|atribu|registad|registrad)"
_GIA = rf"gi.{{1,3}} {_BETWEEN}(?:esist|usat|uso|utilizz|assegnat|presente)"
_AL = (
    r"(?:bestaat (?:al|reeds)|(?:al|reeds) (?:in gebruik|gebruikt|bestaat|toegewezen)"
    rf"|(?:is|wordt) (?:al|reeds) {_BETWEEN}(?:gebruik|toegewezen|bezet|toegekend))"
)

# In French, German, Spanish, Dutch, Portuguese and Italian; a dot stands for an accent.
NUMBER_IN_USE_ABROAD = (
    r"cet identifiant de (?:facture|document) a d.{1,3}j.{1,3} .{1,3}t.{1,3} utilis",
    (
        r"num.{1,3}ro de (?:facture|document)(?: [^\s,;]{1,30})? "
        r"(?:a d.{1,3}j.{1,3} .{1,3}t.{1,3} utilis|existe d.{1,3}j"
        r"|est d.{1,3}j.{1,3} (?:[^\s,;.]{1,20} ){0,4}?(?:utilis|pris\b|attribu|affect|exist))"
    ),
    rf"rechnungs-?(?:id|nummer)(?: [^\s,;]{{1,30}})? {_BEREITS}",
    r"doppelte (?:rechnungs|beleg|dokument)-?nummer",
    rf"belegnummer(?: [^\s,;]{{1,30}})? {_BEREITS}",
    rf"dokumentnummer(?: [^\s,;]{{1,30}})? {_BEREITS}",
    rf"id de (?:la )?(?:factura|documento) {_YA}",
    rf"id d[aeo] (?:fatura|documento) {_JA}",
    rf"id (?:della |del |di )?(?:fattura|documento) (?:.{{1,3}} )?{_GIA}",
    rf"id van (?:de |het )?(?:factuur|document) {_AL}",
    rf"factuur-id {_AL}",
    rf"n.{{1,3}}mero de (?:la )?(?:factura|documento)(?: [^\s,;]{{1,30}})? (?:{_YA}|duplicado)",
    rf"factuurnummer(?: [^\s,;]{{1,30}})? {_AL}",
    rf"documentnummer(?: [^\s,;]{{1,30}})? {_AL}",
    r"diese nummer (?:wurde|wird|ist) (?:bereits|schon) (?:verwendet|vergeben|benutzt)",
    *(
        rf"die nummer (?:[^\s,;]{{1,30}} )?{already} (?:verwendet|vergeben|benutzt|belegt) (?:ist|wurde|wird)"
        for already in ("bereits", "schon")
    ),
    r"dit nummer (?:is|wordt) (?:al|reeds) (?:gebruikt|in gebruik)",
    r"este n.{1,3}mero ya (?:ha sido|se ha|fue|est.{1,3}) (?:utiliz|usad|en uso)",
    r"este n.{1,3}mero j.{1,3} (?:foi|est.{1,3}) (?:utiliz|usad|em uso)",
    *(rf"{one} numero .{{1,3}} gi.{{1,3}} (?:stato )?(?:utilizz|usat|in uso)" for one in ("questo", "il")),
    r"dubbel (?:factuur|document)nummer",
    rf"n.{{1,3}}mero (?:de|do|da) (?:fatura|documento)(?: [^\s,;]{{1,30}})? (?:{_JA}|duplicado)",
    (
        r"numero (?:di |della |del )?(?:fattura|documento)(?: [^\s,;]{1,30})? "
        rf"(?:{_GIA}|.{{1,3}} {_GIA}|esiste gi.|duplicato)"
    ),
    # In Swedish, Danish, Norwegian, Polish, Finnish, Japanese, Chinese and Korean.
    rf"faktura-?(?:id|nummer|nr)\S{{0,4}} (?:har|.{{1,3}}r) redan {_BETWEEN}(?:anv.{{1,3}}nt|upptag)",
    rf"faktura-?(?:id|nummer|nr)\S{{0,4}} er allerede {_BETWEEN}(?:brug|bruk|anvend|benytt)",
    *(
        rf"{word} (?:faktury|dokumentu) (?:zosta\S{{1,4}} )?ju\S{{1,3}} {_BETWEEN}(?:u.{{1,3}}yt|istnieje|wykorzystan)"
        for word in ("identyfikator", "numer", "id")
    ),
    r"lasku(?:n ?tunnus|numero)\S{0,4} on jo k.{1,3}yt",
    *(
        f"{word}\u306e? ?(?:id|\u756a\u53f7)[^\u3002\n]{{0,12}}(?:\u3059\u3067\u306b|\u65e2\u306b)[^\u3002\n]{{0,40}}"
        "(?:\u4f7f\u7528|\u4f7f\u308f|\u5b58\u5728)"
        for word in ("\u8acb\u6c42\u66f8", "\u6587\u66f8", "\u4f1d\u7968")
    ),
    *(
        f"{word} ?(?:id|\u7f16\u53f7|\u53f7\u7801|\u865f\u78bc|\u53f7)[^\u3002\n]{{0,8}}\u5df2"
        "[^\u3002\n]{0,16}(?:\u7528|\u5b58\u5728)"
        for word in ("\u53d1\u7968", "\u767c\u7968", "\u6587\u6863", "\u5355\u636e")
    ),
    *(
        f"{word} ?(?:id|\ubc88\ud638)[^.\n]{{0,6}}\uc774\ubbf8[^.\n]{{0,30}}(?:\uc0ac\uc6a9|\uc874\uc7ac)"
        for word in ("\uccad\uad6c\uc11c", "\uc1a1\uc7a5")
    ),
)
