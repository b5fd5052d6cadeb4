"""Signs that a line says that something failed: single words, and what was not done or was turned down."""

from untwin.intake.judging.sign import Sign, Signs

# Looked for one by one: one pattern of all takes a hundred times as long.
CUES = (
    *("error", "erreur", "erro ", "fehler", "fout ", "fail", "fault", "exception", "expired", "revoked", "unable"),
    *("couldn", "could not", "http"),
)
TURNED_DOWN = Signs(
    "Does the line say that something was turned down?",
    (
        Sign(
            "a status",
            "Begins with HTTP's number of a refusal, or says that one was answered.",
            r"(?:\A|\n)\W{0,3}[45]\d\d\b|: 5\d\d\b(?!\.)"
            r"|\b(?:responded|answered|replied|returned|came back)(?: with)?(?: an?)? [45]\d\d\b",
            fits=("400 bad", "POST: 504 gone", "it answered with a 422", "it came back 500"),
            lets_through=("200 fine", "row 400", "returned 4 rows"),
        ),
        Sign(
            "not done",
            "Says that something was not posted, saved or sent, or must be connected anew.",
            r"(?:\bnot|n.t) (?:be )?(?:synced|sync|exported|export|posted|post|sent|imported|created|saved"
            r"|transferred|pushed|added|accepted|published|recorded)\b"
            r"|\bneeds? (?:to be |to |you to )?re-?(?:connect|auth)",
            fits=("was NOT saved", "it can't be posted", "needs you to reconnect", "needs reauthorization"),
            lets_through=("was saved", "not everything was saved", "needs to connect"),
            any_case=True,
        ),
        Sign(
            "blocked or rejected",
            "Says that a run was blocked, or that the books turned something down.",
            r"\b(?:export|sync|import|push|upload) (?:was )?(?:blocked|aborted|paused)\b|\b\d{1,4} rejected\b"
            r"|\b(?:rejected|refused) by q(?:uickbooks|bo)\b|\bq(?:uickbooks|bo) (?:online )?(?:rejected|refused)\b",
            fits=("Export blocked: ", "14 posted, 1 rejected", "was refused by QuickBooks", "QBO rejected it"),
            lets_through=("suffixes were rejected", "the export was not blocked"),
            guard="rejected|refused|blocked|aborted|paused",
            any_case=True,
        ),
    ),
)
