"""Signs of what is numbered elsewhere than in QuickBooks: other ledgers, cards and seats, events, contracts."""

from untwin.intake.judging.sign import Sign, Signs

# Ledgers and their like that QuickBooks has nothing to do with; products that send to QuickBooks are none.
_NAMES = (
    *("xero", "odoo", "tripletex", "netsuite", "zoho", "freshbooks", "myob", "erpnext", "freeagent"),
    *("business central", "fortnox", "invoice ninja", "lexware", "lexoffice", "sevdesk", "datev", "coupa", "ariba"),
    *("concur", "acumatica", "epicor", "workday", "kashoo", "peachtree", "exact online", "unit4", "syspro", "zuora"),
    *("jd edwards", "peoplesoft", "deltek", "holded", "billomat", "debitoor", "pennylane", "sellsy", "dolibarr"),
    *("akaunting", "bexio", "visma", "e-conomic", "procountor", "netvisor", "reckon", "saasu", "kashflow"),
    *("quickfile", "tallyprime", "moneybird", "snelstart", "twinfield", "fatture in cloud", "easybill", "collmex"),
    *("imanage", "netdocuments", "worldox"),
)
_NAMED = "|".join(_NAMES)
LEDGERS = Signs(
    "Is another ledger named, or an interface of its own?",
    (
        Sign(
            "another ledger",
            "Names another ledger.",
            rf"\b(?:{_NAMED}|sap|avatax|avalara|bill\.com|(?:sage )?intacct"
            r"|sage (?:50|100|200|300|x3|business cloud)|dynamics (?:365|gp|nav)|zatca|peppol"
            r"|sharepoint|docusign|invalid_request_error|in this library|(?:in|to|into|by|from) sage)\b"
            r"|\b(?:this|the) envelope\b",
            fits=("posted to xero", "bill.com", "sage intacct", "sage 50", "dynamics gp", "this envelope"),
            lets_through=("sapphire", "a sage word", "dynamics"),
            guard="|".join(_NAMES)
            + "|sap|avatax|avalara|bill.com|intacct|dynamics|sage|zatca|peppol|sharepoint|docusign|envelope"
            "|invalid_request_error|in this library",
        ),
        Sign(
            "in a table of theirs",
            "Says in which table, sheet or folder it is there already.",
            r"already (?:exists?|used|in use|taken) in (?:table|row|column|sheet|cell|folder|this (?:workbook|file"
            r"|sheet"
            r"|table))\b",
            fits=("is already used in row 14", "already exists in this file"),
            lets_through=("already used in may", "already exists in quickbooks"),
            guard="already",
        ),
        Sign(
            "shop or database",
            "Is of a shop's own invoices, or of a database.",
            r"\bstripe (?:invoice|api|dashboard)\b[^\n]{0,60}\bfinali[sz]"
            r"|e11000|conditionalcheck|integrityerror|unique constraint|er_dup_entry|activerecord::|uniqueviolation"
            r"|duplicate key|sqlstate|constraint failed|constraintviolation"
            r"|laravel|activemodel::|sqlalchemy|sequelize",
            fits=(
                "activemodel::errors",
                "a stripe invoice that was finalized",
                "e11000 duplicate key",
                "activerecord::recordinvalid",
            ),
            lets_through=("a stripe invoice", "a constraint"),
            guard="finali|e11000|conditionalcheck|integrityerror|unique constraint|er_dup_entry|activerecord::"
            "|uniqueviolation|duplicate key|sqlstate|constraint failed|constraintviolation|laravel|activemodel::"
            "|sqlalchemy"
            "|sequelize",
        ),
        Sign(
            "another firm's portal",
            "Names the portal of a buyer, or a network by which invoices are sent to one.",
            r"\b(?:trading partner|supplier|vendor|buyer|procurement|e-?invoicing|ap) (?:portal|network|hub|gateway"
            r"|platform)\b|\b(?:the|customer|client) portal (?:already|says|rejected|refused|has|answered)\b"
            r"|\b(?:card|payment) (?:processor|gateway|network)\b|\bedi (?:8[0-9]{2}|997|interchange)\b",
            fits=(
                "the portal already has it",
                "at the card processor",
                "the supplier portal",
                "e-invoicing gateway",
                "edi 810",
            ),
            lets_through=("a vendor bill", "the portal", "edit 810"),
            guard="portal|network|hub|gateway|platform|edi |processor",
        ),
        Sign(
            "described interface",
            "Is the description of an interface, or of a program that is tried out.",
            r"\bcurl -x\b|\blocalhost:\d|(?:\A|\n)#{2,5} [^\n]{0,80}\b[45]\d\d\b|[\"']columns[\"']: ?\[",
            fits=("curl -x post", "localhost:80", "### answers with 422", '"columns": ['),
            lets_through=("curly", "# 422", "columns: ["),
            guard="curl -x|localhost:|#|columns",
        ),
    ),
)
INNARDS = Sign(
    "another ledger's innards",
    "Holds what only another ledger's own programs print, whatever words stand beside it.",
    r"\b(?:suitescript|user_error|dup_rcrd|property_value_not_unique|xero\.api)\b",
    fits=("suitescript error user_error", "xero.api.validation"),
    lets_through=("a user error", "xero, api"),
    guard="suitescript|user_error|dup_rcrd|property_value_not_unique|xero.api",
)
DESKTOP = Sign(
    "quickbooks on a desktop",
    "Names QuickBooks Desktop or one of its editions.",
    r"\bquickbooks (?:desktop|enterprise|premier|pro(?: plus)?\b|mac\b)|\bqbxml|\bqbwc|\bqbsdk\b|\bqbd\b",
    fits=(
        "quickbooks desktop",
        "quickbooks pro 2023",
        "qbxml 3170",
        "quickbooks mac",
        "qbwc1042",
        "qbsdk",
        "our qbd file",
    ),
    lets_through=("quickbooks online", "quickbooks provides"),
    guard="quickbooks |qbxml|qbwc|qbsdk|qbd",
)
ONLINE = Sign(
    "quickbooks online",
    "Names QuickBooks Online, has words that only it has, or a code by which the desktop's error is told for itself.",
    r"\bonline\b|\bqbo\b|\b(?:3140|3170|3171|3175|3176|3180|3210|3260)\b|(?<![\w-])6140\b|docnumber|txntype|duplicate"
    r" document"
    r" number|specify a different number",
    fits=("quickbooks online", "our qbo", "error 6140", "stops at 3180"),
    lets_through=("inline", "61400", "duplicate number"),
    guard="online|qbo|3140|3170|3171|3175|3176|3180|3210|3260|6140|docnumber|txntype|duplicate document number"
    "|specify a different number",
)
NAMES_QUICKBOOKS = Sign(
    "quickbooks by name",
    "Names QuickBooks or its maker.",
    r"quickbooks|\bqbo?\b|\bintuit\b",
    fits=("to quickbooks", "our qbo", "intuit"),
    lets_through=("a books file", "intuitive"),
    guard="quickbooks|qb|intuit",
)
QUICKBOOKS = Sign(
    "of quickbooks",
    "Names QuickBooks, or has words that only QuickBooks has.",
    r"quickbooks|\bqbo?\b|\bintuit\b|(?<![\w-])6140\b|docnumber|txntype|duplicate document number"
    r"|specify a different number",
    fits=("to quickbooks", "our qb file", "intuit", "6140"),
    lets_through=("a books file", "intuitive", "61400", "inv-6140"),
    guard="quickbooks|qb|intuit|6140|docnumber|txntype|duplicate document number|specify a different number",
)
LEDGER_SAYS = Sign(
    "another ledger says",
    "Says that another ledger says it.",
    r"(?:\A|[.!?;:>|]\s|\()\W{0,6}(?:[qa]: |the |our |my |in )?"
    rf"(?:{_NAMED}|sap|avatax|bill\.com|(?:sage )?intacct|sage(?: \d{{2,3}})?|wave|adp|paychex|tally|gusto)"
    r"(?: (?:online|api|error|accounting|books|uk|us))?"
    r"(?::|,? (?:says|said|return(?:s|ed)|sen[dt]s?\b"
    r"|gives?|gave|refuse[sd]?|reject(?:s|ed)?|won.t|will not|doesn.t|does not|answer(?:s|ed)"
    r"|complains|reports?|shows?|tells?|throws?|threw|returns?|is there a way|how do (?:i|we)))",
    fits=(
        *("our sage 50 says ", "xero api returned ", "myob sent ", "netsuite: ", "no. bill.com won't "),
        *("adp: ", "wave, how do we ", "(intacct says ", "imanage: "),
    ),
    lets_through=("posted to xero. it says ", "quickbooks says ", "a wave of bills: ", "sage 50 sender "),
)
ANOTHER_THING = Signs(
    "Is the number that of something that is no document?",
    (
        Sign(
            "numbered elsewhere",
            "Speaks of things that are numbered elsewhere.",
            r"\b(?:gift|voucher|coupon|phone|mobile|tracking|serial|seat|passport|passenger|verification|check.?in"
            r"|booking"
            r"|prize|licen[cs]e|raffle|lottery|member(?:ship)?|driver|applicant|visa|parcel|delivery|shipment|marathon"
            r"|runner"
            r"|patient|student|vehicle|policy|sim card|loyalty|locker|warranty|register a product|start number"
            r"|reservation|expense (?:of|report|claim)|expense claims?|reimbursements?|today.s draw|giveaway|contest"
            r"|trace number|lockbox|ach"
            r"|jackpot)\b",
            fits=(
                "expense claim",
                "today's draw",
                "an expense of ",
                "reimbursements",
                "your seat",
                "check-in",
                "licence",
                "membership",
            ),
            lets_through=("a seated guest", "the bill"),
            guard="gift|voucher|coupon|phone|mobile|tracking|serial|seat|passport|passenger|verification|check|booking"
            "|prize|licen|raffle|lottery|member|driver|applicant|visa|parcel|delivery|shipment|marathon|runner"
            "|patient|student|vehicle|policy|sim card|loyalty|locker|warranty|register a product|start number"
            "|reservation|expense |reimbursement|draw|giveaway|contest|jackpot|trace|lockbox|ach",
        ),
        Sign(
            "a machine or its program",
            "Speaks of machines, or of programs that are built or simulated.",
            r"\b(?:simulation|sensor|firmware|motor|printer|scanner|boiler|compiler|linker|modem|router|elevator"
            r"|cartridge"
            r"|payroll code|tax code missing|card reader|(?:card |payment )?terminal \d+|bank (?:connection|feed"
            r"|login)|your bank|database)s?\b",
            fits=("fails in simulation", "the printer", "bank connection error 6140", "terminal 6140"),
            lets_through=("a print of it", "a motorist"),
            guard="simulation|sensor|firmware|motor|printer|scanner|boiler|compiler|linker|modem|router|elevator"
            "|payroll code|tax code missing|cartridge|card reader|terminal |bank |your bank|database",
        ),
        Sign(
            "number of no document",
            "Says of the number of something that is no document that it is used already.",
            r"\b(?!(?:this|that|the|an?|your|same|different|doc|document|memo|note|receipt|entry|transaction|reference"
            r"|ref"
            r"|its"
            r"|duplicate|order|existing|new|another|custom|and|or|error)\b)"
            r"[a-z]{2,20} (?:number|no\.?)(?: [^\s.:;]{1,20}){0,4}?(?: is| was| has(?: been)?)? already"
            r"|\bduplicate (?!doc|document|memo|note|receipt|entry|transaction|txn|reference|ref|sales|credit|check"
            r"|cheque"
            r"|purchase|refund|order|error|id|serial|or|and|number|expense|payment|deposit|custom)[a-z]{3,14} "
            r"(?:number|no\.)",
            fits=(
                *("card number 4 is already used", "the card number you entered is already in use"),
                "duplicate move number in line 12",
            ),
            lets_through=("document number 4 is already used", "card number 4 is new", "duplicate doc number"),
            guard="already|duplicate",
        ),
    ),
)
OF_A_LIST = Sign(
    "entry of a list",
    "Says that an account, an item or the like could not be made: what is numbered is that.",
    r"\b(?:creat(?:e|ing)|add(?:ing)?|sav(?:e|ing)|updat(?:e|ing)|import(?:ing)?|sync(?:ing)?) (?:the |an? |your "
    r"|this )?(?:new )?(?:account|location"
    r"|class"
    r"|department|item|product|tax code|vendor|employee|project)\b",
    fits=(
        *("could not create the account", "saving a new tax code", "adding your item", "creating an account"),
        *("updating the class", "importing an item", "syncing this product"),
    ),
    lets_through=("create the invoice", "the account was created"),
    guard="creat|add|sav|updat|import|sync",
)
EVENT = Sign(
    "an event or a session",
    "Is of an event or a session.",
    r"\bevent|webhook|idempoten|\bsession|\bdevice|\bplayer",
    fits=("the event", "a new session", "device", "player 2"),
    lets_through=("prevent it", "obsession"),
    guard="event|webhook|idempoten|session|device|player",
)
BOOKS = Sign(
    "of the books",
    "Is of the books: of QuickBooks, or of a document that they hold.",
    r"invoice|\bbill|quickbooks|\bqbo\b|docnumber|credit memo|sales receipt|journal|txn"
    r"|estimate|\bsync|duplicate document",
    fits=("the bill", "qbo", "last sync"),
    lets_through=("a handbill", "the seat"),
    guard="invoice|bill|quickbooks|qbo|docnumber|credit memo|sales receipt|journal|txn|estimate|sync"
    "|duplicate document",
)
SENT = Sign(
    "sent or by whom",
    "Says what is done with a document, or by whom.",
    r"\b(?:push|post|export|import|retr(?:y|ied)|clio|hubspot|integration|customer|payment|order)",
    fits=("retried twice", "posted"),
    lets_through=("the border", "retraced"),
    guard="push|post|export|import|retr|clio|hubspot|integration|customer|payment|order",
)
CONTRACT = Sign(
    "of a contract",
    "Has words of a contract.",
    r"\b(?:liable|liability|warrant(?:y|s|ies)|licensee|hereunder|service credits?)\b",
    fits=("the warranty", "service credits"),
    lets_through=("reliable", "a credit"),
    guard="liable|liability|warrant|licensee|hereunder|service credit",
)
