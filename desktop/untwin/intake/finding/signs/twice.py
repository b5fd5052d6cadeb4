"""Signs of one error that was printed twice, by what stands between the two and in them."""

from untwin.intake.judging.sign import Sign, Where

HEADS_A_RECORD = Sign(
    "line heads a record",
    "Is a line, then the opening of a record and nothing but its structure.",
    r"[^\[{<\n]{1,200}\s{0,80}[\[{<](?:[^\n]|\n\s{0,80}[\"'<{\[\]},:@]){0,300}",
    fits=("Authentication failed {", 'number in use\n{\n  "Fault": ['),
    lets_through=("Authentication failed", 'number in use {\nThen "'),
    where=Where.WHOLE,
)
BODY = Sign(
    "answer beside it",
    "Is on the same line the opening of the answer in which all that was said stands once more.",
    r"[^\[{<\n}]{0,40}[\[{<][^\n}]{0,120}",
    fits=(' | Raw: {"Fault":{"Error":[',),
    lets_through=(" | Raw: ", '\n{"Fault":', ' {"a":1}, {'),
    where=Where.WHOLE,
)
INSIDE = Sign(
    "answer inside",
    "Is the rest of a record, then the opening of the answer that it retells.",
    r"[^}]{0,200}[\[{][^}]{0,160}",
    fits=('",\n "status": 400, "response": {"Error":[{',),
    lets_through=('"}, {', '", "status": 400'),
    where=Where.WHOLE,
)
THROWN_WITH = Sign(
    "thrown with it",
    "Is a line, and below it, set in, where it was thrown and what it carries, perhaps the answer at the margin.",
    r"[^\n]{0,200}(?:\n[ \t][^\n]{0,307}){1,40}(?:\n(?:body|response|data|details?|answer)\s?[:=][^\n]{0,307})?",
    fits=("\n    at push (push.js:7)\n  response: {", "\n    at push (push.js:7)\nbody: '{"),
    lets_through=(" in May", "\n    at push (push.js:7)\nThen"),
    where=Where.WHOLE,
)
DETAILS = Sign(
    "details of an answer",
    "Ends a field's value and opens the next field, which holds the answer.",
    r"[\"']?,\s{0,40}[\"']?(?:details?|body|response|cause|data|raw|error|inner ?error|inner ?exceptions?|fault)"
    r"[\"']?\s?:\s?[\"']?[{\[][^}]{0,120}",
    fits=('", "details": "{', '",\n  innerException: [{', "', inner error: {"),
    lets_through=('", "message": "{', '", "details": "'),
    where=Where.WHOLE,
    any_case=True,
)
OUTER = Sign(
    "validation error around",
    "Is what QuickBooks says around a business validation error.",
    r"a business validation error has occurred while processing your request"
    r"[^:]{0,20}(?:clientrequestid: [\w-]{1,40})?",
    fits=("A business validation error has occurred while processing your request, ClientRequestId: a-7",),
    lets_through=("Business validation error: taken",),
    where=Where.WHOLE,
    any_case=True,
)
INNER = Sign(
    "validation error itself",
    "Begins as QuickBooks begins a business validation error.",
    r"business validation error: ",
    fits=("Business Validation Error: taken",),
    lets_through=("A business validation error has occurred",),
    where=Where.FIRST,
    any_case=True,
)
STATUS = Sign(
    "nothing but a status",
    "Is all that a product says of an answer besides the answer: who gave it, and HTTP's code.",
    r"\W{0,4}(?:(?:qbo|quickbooks(?: online)?|http|status|error)\W{1,3}){0,3}[45]\d\d\W{0,3}",
    fits=("QBO 401", "QuickBooks Online HTTP status: 400.", "(503)"),
    lets_through=("QBO 401 again", "QBO 200"),
    where=Where.WHOLE,
    any_case=True,
)
GRANT = Sign(
    "refused grant",
    "Is the answer of the sign-in to a grant that is over.",
    r"invalid_grant",
    fits=('{"error":"invalid_grant"}',),
    lets_through=("an invalid grant",),
)
NEXT_NAME = Sign(
    "same answer, next name",
    "Leads on to the next of the names under which JavaScript prints one answer.",
    r"['\"]?,\s{1,20}(?:\w{1,20}: (?:\d{1,4}|'[^'\n]{0,40}')[,\s}]{1,20}){0,4}\w{1,20}: ['\"]?",
    fits=("', status: 400, body: '", ", error: "),
    lets_through=("', and the body: '", "' body: '"),
    where=Where.WHOLE,
)
BODY_AGAIN = Sign(
    "whole answer again",
    "Is the rest of an answer, and then the whole of it under another name.",
    r"[^\n]{0,600}['\"],\s{1,20}(?:\w{1,20}: (?:\d{1,4}|'[^'\n]{0,40}')[,\s}]{1,20}){0,4}(?:body|json|data|text): "
    r"['\"]?[{\[][^\n]{0,200}",
    fits=("}]}', status: 400, body: '{\"Fault\": [",),
    lets_through=("}]}', status: 400, headers: '{\"a\": [", "}]}' body: '{"),
    where=Where.WHOLE,
)
THEN_TITLE = Sign(
    "title below",
    "Leads on, perhaps past two other names, to the title of an error whose print is in the alphabet's order.",
    r"['\",]{0,3}(?:\s{1,20}['\"]?\w{1,20}['\"]?[\t :=>]{1,5}[^\n]{0,30}){0,2}"
    r"[ \t\r]{0,20}\n[ \t]{0,20}['\"]?(?:message|title|msg|error)['\"]?[\t :=>]{1,5}['\"]?",
    fits=("\n  element [empty string]\n  message ", '",\n "title": "'),
    lets_through=("\n  number: ", "message ", "\nJob 83\tError\t"),
    where=Where.WHOLE,
    any_case=True,
)
INNER_THROWN = Sign(
    "thrown inside",
    "Is how .NET leads from one exception to the one that it holds.",
    r"[.\s]{0,4}-{2,4}> ?[^\n]{0,160}",
    fits=(". ---> Intuit.Ipp.Exception.ValidationException: ",),
    lets_through=(" -> ", " in May ---> "),
    where=Where.WHOLE,
)
REST_OF_LINE = Sign(
    "plain rest of a line",
    "Stays on its line and has no figure and no bracket.",
    r"[^\n\d(]{0,80}",
    fits=("", " of our books "),
    lets_through=(" 77 ", " (", "\n"),
    where=Where.WHOLE,
)
NAME_ALONE = Sign(
    "name alone",
    "Is nothing, or nothing but the name of what was thrown.",
    r"\W{0,6}(?:[\w.:]{1,60}(?:exception|error)\b)?\W{0,6}",
    fits=("", "## ", "Push.ValidationException: "),
    lets_through=("INV-7 ", "the error of May"),
    where=Where.WHOLE,
    any_case=True,
)
EMPTY_LINE = Sign(
    "empty line",
    "Is a line with nothing on it.",
    r"\n[ \t\r]{0,8}\n",
    fits=("one\n \ntwo",),
    lets_through=("one\ntwo",),
)
SUBJECT = Sign(
    "subject of a mail",
    "Begins as the line of a mail that holds its subject, in any of seven languages.",
    r"[>* \t]{0,8}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp): ",
    fits=("> Subject: Sync failed", "Betreff: Fehler"),
    lets_through=("The subject: ", "Subject of it"),
    where=Where.FIRST,
    any_case=True,
)
NEXT_DOCUMENT = Sign(
    "next document",
    "Is an empty line, then a line with nothing but the name of a document, right above what comes.",
    r"\n[ \t\r]{0,8}\n[ #*>-]{0,8}(?:inv(?:oice)?|bill|credit \w{4})\b[\w #/-]{0,40}\d[\w (/)-]{0,40}\n[^\n]{0,40}\Z",
    fits=(".\n\nInvoice 2\nThis ", "\n\n## Bill INV-7 (Ana)\n", "\n\nCredit memo 7\n"),
    lets_through=(".\n\nThis ", ".\n\nInvoice 2 failed, too:\n\n", "\nInvoice 2\n"),
    any_case=True,
)
NEXT_VALUE = Sign(
    "next value of a print",
    "Is nothing but the names and brackets that lead to a print's next value.",
    r"[\"')\]]{0,2}\s?[ ,;]{1,3}\s{0,20}(?:[\"']?\w{1,30}[\"']?\s?(?:=>|[=:])\s?[{\[(\"']{0,2}){1,3}",
    fits=('" UserInfo={NSLocalizedDescription=', '", "detail": "'),
    lets_through=(" for the last time: ", '", "'),
    where=Where.WHOLE,
)
OPENS_AGAIN = Sign(
    "opening for the same",
    "Is nothing but a bracket or a dash, behind which a title's own detail may begin.",
    r"\s?(?:[(\[]|[-\u2013\u2014|/:]{1,2})\s?[\"']?",
    fits=(" (", " - ", ' | "'),
    lets_through=(", ", "; ", " (and "),
    where=Where.WHOLE,
)
WORD = Sign(
    "word",
    "Is a word in small letters.",
    r"[a-z]{2,}",
    fits=("taken",),
    lets_through=("a 7",),
)
IN_WORDS = Sign(
    "in the midst of words",
    "Ends with four words, perhaps with the opening of a quote.",
    r"(?:[\w'-]{1,20},? ){4}\W{0,6}(?:error\W{1,6})?\Z",
    fits=("the sign-in answers us with ", 'it has for a body {"error":"'),
    lets_through=("the answer: ", 'body: {"error":"'),
)
WORDS_GO_ON = Sign(
    "words go on",
    "Goes on, behind the end of a quote, with three words.",
    r"[\"'`)}\]]{0,6},? (?:[a-z']{1,20},? ){3}",
    fits=('"} which we took for ours', " and so we stop here"),
    lets_through=('"}\n', " and so"),
    where=Where.FIRST,
)
RETOLD_BY = Sign(
    "retold by another",
    "Says that what comes next is how another program put it.",
    r"[^\n]{0,200}\n?[ \t>*-]{0,8}(?:\w{2,20} ){0,3}(?:said|says|answered|replied|returned|caused by|raw|response"
    r"|original (?:error|message)|inner exception)\s?:\s{0,3}[\"'`(\[{]?",
    fits=(" Sign in again.\nQuickBooks said: ", '. Original message: "', "\nCaused by: "),
    lets_through=(" Sign in again.\n", " and then: "),
    where=Where.WHOLE,
    any_case=True,
)
TRACED = Sign(
    "trace of it",
    "Is Python's own print of what a log's line has just told; all but its last line is set in.",
    r"[^\n]{0,80}\nTraceback [^\n]{0,40}:[ \r]?\n(?:[ \t][^\n]{0,400}\n){1,200}\w[^\n]{0,160}",
    fits=('\nTraceback (most recent call last):\n  File "push.py", line 7\npush.Fault: ',),
    lets_through=("\nTraceback (most recent call last):\nThen ", "\n  File\npush.Fault: "),
    where=Where.WHOLE,
)
THROWN_BELOW = Sign(
    "thrown below",
    "Is the rest of a line and, below it, the name that Java gives to what was thrown.",
    r"[^\n]{0,200}\n(?:[ \t\r]{0,8}\n)?(?:Caused by: )?[\w.]{1,120}(?:Exception|Error)(?:\$\w{1,40})?: [^\n]{0,160}",
    fits=('"\n\norg.web.ClientException$BadRequest: 400: "{', "\nbooks.PushError: "),
    lets_through=("\nThen another error: ", "books.PushError: "),
    where=Where.WHOLE,
)
STACK = Sign(
    "stack below",
    "Goes on, on the next line, to where it was thrown.",
    r"[^\n]{0,400}\n[ \t]{1,8}at [\w.$]{1,120}\(",
    fits=('"}\n\tat books.Push.send(Push.java:7)',),
    lets_through=("\nat books.Push.send(", "\n at the end of it"),
    where=Where.FIRST,
)
THROWN_AS = Sign(
    "thrown as",
    "Ends with the name of what was thrown, on its own line or on the next one, or with that of another field.",
    r"[^\n]{0,160}(?P<next>\n[^\n]{0,120})?\b\w{0,60}(?:Error|Exception|Fault): ['\"]?"
    r"|[\"')\]}]{0,3}[,;]\s?['\"]?\w{0,40}(?:description|title|message|msg|summary|name|reason)['\"]?\s?[:=]\s?['\"]?",
    fits=(
        *('","stack":["PushError: ', '"}\n10:22:41 thrown|Push.PushException: '),
        *(", LocalizedDescription=", '","title":"'),
    ),
    lets_through=(" and then: ", "\n\nPushError"),
    where=Where.WHOLE,
    any_case=True,
)
AGAIN_IN_PRINT = Sign(
    "next value of a record",
    "Leads on, within one record, to the value of another field.",
    r"[^\n{}]{0,80}[\"'\s,]\w{1,40}[\"']?\s?[:=]\s?[\"'][^\n{}\"]{0,60}",
    fits=('","stack":"PushError: ', '" errVerbose="qbo: '),
    lets_through=('"}, {"stack":"', '", "'),
    where=Where.WHOLE,
)
CODE_FIELD = Sign(
    "field of a code",
    "Is a field of a record that holds a code and nothing else.",
    r"[\"']?\w{0,30}code[\"']?\s?[:=]\s?[\"']?\d{4}[\"']?",
    fits=('qboCode":6140', "code='6140'"),
    lets_through=("code 6140", 'code":6140, "a'),
    where=Where.WHOLE,
    any_case=True,
)
FIELD_NAME = Sign(
    "name of a field",
    "Begins with the name of a field and the sign that leads to its value.",
    r"\W{0,4}\w{1,40}=",
    fits=(", LocalizedDescription=taken",),
    lets_through=("taken = ", "taken"),
    where=Where.FIRST,
)
STAMP = Sign(
    "second of a log",
    "Begins with the second at which a line was logged, perhaps with its day.",
    r"\[?(?:\d[\d/.-]{5,9}[T ])?(?P<time>\d\d:\d\d:\d\d)",
    fits=("10:22:41.0 (8123) thrown", "[2031-04-02T10:01:07.118"),
    lets_through=("at 10:22:41", "10:22"),
    where=Where.FIRST,
)
MARKUP = Sign(
    "tag of a page",
    "Is a tag, with all that stands in it.",
    r"<[^<>]{0,200}>",
    fits=("<h1>", "</title >"),
    lets_through=("a < b", "->"),
)
LOG_HEAD = Sign(
    "head of a log's line",
    "Is what a log puts in front of each line: the day, the time, perhaps a process and a level.",
    r"(?:[A-Z], )?\[?\d[\d/.-]{5,9}[T ](?P<time>\d\d:\d\d:\d\d)[\d.,+:Z-]{0,16}(?: #\d{1,8})?\]?"
    r"(?: {1,4}\[?[A-Za-z]{3,8}\]?)?(?: -- [\w ]{0,20})?:? {1,4}",
    fits=("E, [2031-04-02T10:01:07.118 #311] ERROR -- : ", "2031-04-02 10:01:07,118 ERROR "),
    lets_through=("10:01:07 ERROR ", "2031-04-02 ERROR "),
    where=Where.FIRST,
)
TAIL_ALONE = Sign(
    "a tail alone",
    "Begins with the number that is assigned: no error's words stand in front.",
    r"\W{0,6}docnumber\s?=",
    fits=("DocNumber=77 is assigned", '"DocNumber ='),
    lets_through=("Duplicate: DocNumber=77",),
    where=Where.FIRST,
    any_case=True,
)
