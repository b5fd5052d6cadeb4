"""Signs that an error is only passed on: by a program that dies of it, by its log, by what stands in between."""

from untwin.intake.judging.sign import Sign, Where

PANIC = Sign(
    "panic below",
    "Is the rest of a line and, below it, the beginning of one with which a program of Go dies.",
    r"[^\n]{0,200}\n(?:[ \t\r]{0,8}\n)?(?:panic|fatal error): [^\n]{0,300}",
    fits=('"}\npanic: push: 400: {', "\n\nfatal error: "),
    lets_through=("\nin panic: ", "panic: push"),
    where=Where.WHOLE,
)
LOGGED_BY_PHP = Sign(
    "logged by php",
    "Leads, as logs of PHP do, from the message to the object that was thrown with it.",
    r"[^\n]{0,200}\{\\?\"exception\\?\":\\?\"\[object\] \([^\n]{0,300}",
    fits=('"}]. {"exception":"[object] (Books\\\\PushException(code: 400): ',),
    lets_through=('"}]. {"exception":"', '\n{"exception":"[object] ('),
    where=Where.WHOLE,
)
THROWN_ALONE = Sign(
    "nothing but that it was thrown",
    "Is what Intuit's library for .NET says of any error, and nothing else.",
    r"(?:\w{1,20}: )?(?:the )?(?:validation|security|service) exception was thrown\.?",
    fits=("Validation Exception was thrown.", "ERR: Security exception was thrown"),
    lets_through=("Validation Exception was thrown. Details: taken",),
    where=Where.WHOLE,
    any_case=True,
)
TASK_DIED = Sign(
    "task died of it",
    "Is the rest of a line and, below it, the beginning of one that says of which error a task died.",
    r"[^\n]{0,200}\n[^\n]{0,120}\b(?:failed to execute (?:job|task)|(?:job|task) [\w.-]{1,60} (?:failed|died|raised))\b"
    r"[^\n]{0,80}[(:]\s?(?:\w{1,30} ){0,4}",
    fits=("\n{runner.py:104} ERROR - Failed to execute job 12 for task a (", ".\n07:00 task push-2 died of it: QB "),
    lets_through=("\nERROR - push failed (", " Failed to execute job 7 ("),
    where=Where.WHOLE,
    any_case=True,
)
DIED_BELOW = Sign(
    "trace below",
    "Has the head of a trace, or leads on to what the program died of.",
    r"\nTraceback \(most recent call last\):|\n[ \t]{1,8}at [\w.$]{1,80}\(|\nException (?:Type|Value):",
    fits=("/push/\n\nTraceback (most recent call last):\n", "\n  at push.send(", "\nException Value: "),
    lets_through=("a traceback", "\nat noon ("),
    guard="traceback|at |exception",
)
HELD_BY_A_GATEWAY = Sign(
    "held by a gateway",
    "Is what stands between a gateway's own words and the answer that it holds.",
    r"[\"']?,\s{0,40}(?:[\"']?\w{1,30}[\"']?\s?:\s?[\"']?[^\"'{}\[\]\n]{0,120}[\"']?,\s{0,40}){0,4}"
    r"[\"']?(?:details?|body|response|cause|data|raw|error|inner ?error|fault|attributes|extensions|meta)"
    r"[\"']?\s?:\s?[\"']?[{\[<][^}]{0,240}",
    fits=(
        '",\n  "innerError": {\n  "status": 400, "message": "{',
        '","message":"It answered 400","attributes":{"cause":"<Fault>',
    ),
    lets_through=('"}, {"', '",\n "status": 400'),
    where=Where.WHOLE,
    any_case=True,
)
