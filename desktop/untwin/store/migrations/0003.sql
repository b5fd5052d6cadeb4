-- The chain of what was recorded, the batches, and what was set for this home.
CREATE TABLE links (
    place INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('intent', 'step', 'note')),
    company TEXT NOT NULL,
    case_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX links_of_changes ON links (request_id);
CREATE INDEX links_of_notes ON links (place) WHERE kind = 'note';

-- A document's raw text, by the place of the link whose body holds its SHA-256; it alone can be blanked.
CREATE TABLE images (
    place INTEGER PRIMARY KEY REFERENCES links (place),
    raw TEXT,
    blanked_at TEXT,
    CHECK ((raw IS NULL) = (blanked_at IS NOT NULL))
) STRICT;

-- Where to find what: kept with every link, made of the links alone, and no evidence of anything.
CREATE TABLE change_index (
    place INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    run TEXT NOT NULL,
    settled_at TEXT
) STRICT;
CREATE INDEX changes_by_case ON change_index (case_id);
CREATE INDEX changes_by_run ON change_index (run);
CREATE INDEX changes_open ON change_index (place) WHERE settled_at IS NULL;
CREATE INDEX changes_settled ON change_index (settled_at) WHERE settled_at IS NOT NULL;

-- What was recorded stays as it was recorded. The insert is watched, too: a REPLACE removes without a delete.
CREATE TRIGGER links_stay BEFORE UPDATE ON links BEGIN SELECT RAISE(ABORT, 'links are never changed'); END;
CREATE TRIGGER links_keep BEFORE DELETE ON links BEGIN SELECT RAISE(ABORT, 'links are never removed'); END;
CREATE TRIGGER links_follow BEFORE INSERT ON links
WHEN NEW.place <> (SELECT coalesce(max(place), 0) + 1 FROM links)
BEGIN SELECT RAISE(ABORT, 'a link never takes the place of another'); END;
CREATE TRIGGER changes_begin_once BEFORE INSERT ON links
WHEN NEW.kind = 'intent' AND (NEW.request_id = '' OR EXISTS (SELECT 1 FROM links WHERE request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'a change is never begun twice'); END;
CREATE TRIGGER steps_follow_an_intent BEFORE INSERT ON links
WHEN NEW.kind = 'step'
    AND (NEW.request_id = '' OR NOT EXISTS (SELECT 1 FROM links WHERE request_id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'a step never comes without its change'); END;
CREATE TRIGGER images_stay BEFORE UPDATE ON images
WHEN NEW.place <> OLD.place OR NEW.raw IS NOT NULL OR OLD.raw IS NULL
BEGIN SELECT RAISE(ABORT, 'images are never changed'); END;
CREATE TRIGGER images_keep BEFORE DELETE ON images BEGIN SELECT RAISE(ABORT, 'images are never removed'); END;
CREATE TRIGGER images_come_once BEFORE INSERT ON images
WHEN EXISTS (SELECT 1 FROM images WHERE place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'an image never takes the place of another'); END;

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_state ON runs (state);
CREATE TRIGGER runs_stay BEFORE UPDATE ON runs
WHEN NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.body <> OLD.body
BEGIN SELECT RAISE(ABORT, 'rows of a batch are never changed'); END;
CREATE TRIGGER runs_keep BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'batches are never removed'); END;
CREATE TRIGGER runs_come_once BEFORE INSERT ON runs
WHEN EXISTS (SELECT 1 FROM runs WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a batch never takes the place of another'); END;

CREATE TABLE preferences (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What a copy of the store must know of the home it came from.
CREATE TABLE about (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
