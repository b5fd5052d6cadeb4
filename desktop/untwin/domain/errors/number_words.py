"""The sentences by which QuickBooks and the products around it say that a number is used already."""

from untwin.domain.errors.number_words_abroad import NUMBER_IN_USE_ABROAD

# What has been used up, as an example or by a person is not taken by a document.
_BY_A_DOCUMENT = (
    r"(?:an? |another |an existing |a different |the )?(?:invoice|document|transaction|bill|credit|sales|txn|other)"
    r"|(?:this|your|the(?: same)?) (?:company|vendor|supplier|customer|client)"
)
_PAPER = r"(?:\w{1,12} )?(?:invoice|document|bill|transaction|receipt|memo|entry)"
_ANOTHER = r"an(?:other| existing) (?:invoice|document|transaction|bill|receipt|credit memo)"
_TAKEN = (
    r"(?:has |had |was |is )?already (?:exists|(?:been |being )?(?:used|in use|taken|assigned)"
    rf"(?! (?:up|as)\b| (?:by|for|to) (?!(?:{_BY_A_DOCUMENT}))))"
)

# Titles first, in the order in which they are printed; how they are written is told in `sentences`.
NUMBER_IN_USE = (
    r"duplicate doc(?:ument)?\.? ?num(?:ber)? error(?!s)",
    r"doc(?:ument)? number is a duplicate",
    r"num.{1,3}ro de (?:document|facture) en double",
    r"must specify a different number(?! of)",
    r"devez indiquer un n(?:ombre|um.{1,3}ro) diff",
    r"this number has already been used(?! (?:to|by|for (?:another|a different)))",
    r"ce num.{1,3}ro a d.{1,3}j.{1,3} .{1,3}t.{1,3} utilis",
    r"docnumber ?= ?.{1,80}? is assigned to ",
    *(
        rf"{word} ?(?:number|num|no\.?|#)(?: [^\s,;]{{1,30}}){{0,6}}? {_TAKEN}"
        for word in ("invoice", "document", "doc", "bill", "entry", "memo", "note", "receipt", "transaction", "txn")
    ),
    *(rf"{word} id(?: [^\s,;]{{1,30}})? {_TAKEN}" for word in ("invoice", "document", "bill")),
    rf"doc_?num(?:ber)? {_TAKEN}",
    *(
        rf"{word} with (?:this|that|the same|the|a duplicate) (?:{word} |document |doc )?(?:number|no\.?|id) "
        r".{0,30}?already exists"
        for word in ("invoice", "document", "bill", "transaction", "receipt", "credit memo")
    ),
    *(
        rf"{word} already exists (?:in q(?:uickbooks|bo)(?: online)? )?with (?:the|this|that)(?: same)? "
        r"(?:invoice |document |doc |bill )?number"
        for word in (
            *("invoice", "invoice or sales receipt", "document", "bill", "transaction", "receipt"),
            *("sales receipt", "credit memo"),
        )
    ),
    *(
        rf"{word} with (?:number|no\.?|#) ?[^\s,;]{{1,30}} already exists"
        for word in ("invoice", "document", "bill", "transaction", "receipt", "credit memo")
    ),
    *(
        rf"{word} (?:in (?:quickbooks|qbo)(?: online)? )?already (?:has|uses|carries) "
        r"(?:the|this|that)(?: same)?(?: invoice| document| bill)? number"
        for word in ("invoice", "document", "bill", "transaction")
    ),
    *(
        rf"{other} (?:invoice|document|bill|transaction) (?:already (?:has|uses|carries) number [^\s,;]{{1,30}}"
        r"|(?:has|uses|carries) (?:the )?number [^\s,;]{1,30} already)"
        for other in ("another", "existing", "different")
    ),
    *(
        rf"already has an? (?:\w{{1,12}} )?{word} (?:numbered|with (?:the |this |that )?(?:same )?number)"
        for word in ("invoice", "document", "bill", "transaction", "receipt")
    ),
    *(
        rf"{books}(?: online)? already (?:contains|holds) an? {_PAPER} "
        r"(?:numbered|(?:with|under) (?:the |this |that )?(?:same )?(?:\w{1,12} )?number)"
        for books in ("quickbooks", "qbo")
    ),
    *(
        rf"{there} already an? {_PAPER} (?:numbered|with (?:the |this |that )(?:same )?(?:\w{{1,12}} )?number)"
        for there in ("there.s", "there is")
    ),
    *(
        rf"{word} number is a duplicate of an(?: existing|other)"
        for word in ("invoice", "bill", "reference", "transaction", "receipt")
    ),
    r"duplicate of an(?: existing|other) (?:invoice|document|bill) number",
    *(rf"{word} ?number must be unique" for word in ("invoice", "document", "doc", "bill")),
    rf"number .{{0,30}}?(?:is|was|been) (?:already |being )?(?:used|taken|in use) (?:by|on|for) {_ANOTHER}",
    *(
        rf"number already (?:used|taken|in use) (?:by|on) (?:an? |the |another )?{paper}\b"
        for paper in ("invoice", "credit (?:memo|note)", "sales receipt", "refund", "estimate", "bill", "document")
    ),
    r"number(?: \S{1,30})? (?:is |has )?already (?:been |being )?(?:used|in use|exists|taken) in q(?:uickbooks|bo)",
    *(
        rf"{word} ?(?:number|no\.)(?: [^\s,;]{{1,30}}){{0,4}}? (?:is |has )?already (?:been |being )?(?:used|in use)"
        r" (?:in |\()q(?:uickbooks|bo)"
        for word in ("check", "reference", "ref")
    ),
    *(
        rf"{said}\W{{1,3}}(?:the |this |that |each )?number (?:(?=\S{{0,30}}\d)[^\s,;]{{1,30}} )?(?:is |has )?already "
        r"(?:been )?(?:used|taken|in use)"
        for said in ("says", "said")
    ),
    *NUMBER_IN_USE_ABROAD,
)
