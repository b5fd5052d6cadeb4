-- Cases, companies, and the append-only record of changes.
CREATE TABLE companies (
    realm TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    company TEXT,
    source TEXT,
    kind TEXT NOT NULL,
    doc_number TEXT,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_problem ON cases (kind, doc_number, company, source);
CREATE INDEX cases_by_state ON cases (state);

CREATE TABLE changes (
    request_id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL,
    company TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE change_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id TEXT NOT NULL REFERENCES changes (request_id),
    step TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX change_steps_by_change ON change_steps (request_id);

CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    company TEXT NOT NULL,
    case_id TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

-- What was recorded stays as it was recorded.
CREATE TRIGGER changes_stay BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are never changed'); END;
CREATE TRIGGER changes_keep BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes are never removed'); END;
CREATE TRIGGER steps_stay BEFORE UPDATE ON change_steps BEGIN SELECT RAISE(ABORT, 'steps are never changed'); END;
CREATE TRIGGER steps_keep BEFORE DELETE ON change_steps BEGIN SELECT RAISE(ABORT, 'steps are never removed'); END;
CREATE TRIGGER history_stays BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER history_keeps BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
