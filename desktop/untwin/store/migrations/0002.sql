-- The number index: what QuickBooks has, as far as it suggests and draws.
CREATE TABLE numbers (
    company TEXT NOT NULL,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT,
    folded TEXT,
    date TEXT,
    total TEXT,
    currency TEXT,
    customer TEXT,
    changed_at TEXT,
    round INTEGER NOT NULL,
    PRIMARY KEY (company, entity, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX numbers_by_number ON numbers (company, folded);

CREATE TABLE number_states (
    company TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;
