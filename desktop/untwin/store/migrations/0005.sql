-- The inbox: what finds, orders, counts and groups a case without reading it. It is made of the cases alone, and can
-- be made anew from them at any time.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    company TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    verdict TEXT NOT NULL,
    archived INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    owing INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    put_off INTEGER NOT NULL,
    asleep INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    noted INTEGER NOT NULL,
    value INTEGER,
    number TEXT NOT NULL,
    folded TEXT NOT NULL,
    series TEXT NOT NULL,
    figure INTEGER,
    number_order TEXT NOT NULL,
    waiting TEXT NOT NULL,
    customer TEXT NOT NULL,
    holder TEXT NOT NULL,
    verdict_words TEXT NOT NULL,
    watch_began INTEGER NOT NULL,
    not_seen_yet INTEGER NOT NULL,
    please_confirm INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    holder_key TEXT NOT NULL,
    block TEXT NOT NULL,
    flags TEXT NOT NULL,
    types TEXT NOT NULL,
    labels TEXT NOT NULL,
    codes TEXT NOT NULL
) STRICT;
-- The list's order, of all companies and of one; who sleeps is told without reading the row.
CREATE INDEX inbox_in_order ON inbox (archived, rank, owing, created, id, asleep);
CREATE INDEX inbox_of_company ON inbox (company, archived, rank, owing, created, id, asleep);
CREATE INDEX inbox_of_source ON inbox (company, source, kind, state, verdict, id);
CREATE INDEX inbox_by_number ON inbox (company, folded);
CREATE INDEX inbox_by_value ON inbox (company, value) WHERE value IS NOT NULL;
CREATE INDEX inbox_by_revision ON inbox (revision);
CREATE INDEX inbox_by_update ON inbox (updated);
CREATE INDEX inbox_put_off ON inbox (put_off) WHERE put_off <> 0;
CREATE INDEX inbox_asleep ON inbox (asleep) WHERE asleep <> 0;

-- Rows that are there no more, so that a list which has them hears of it.
CREATE TABLE inbox_gone (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox_gone_by_revision ON inbox_gone (revision);

-- How many there are, kept with every change, since a count of a million takes its time.
CREATE TABLE inbox_tally (
    company TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    verdict TEXT NOT NULL,
    archived INTEGER NOT NULL,
    cases INTEGER NOT NULL,
    PRIMARY KEY (company, source, kind, state, verdict, archived)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER inbox_counted AFTER INSERT ON inbox BEGIN
    INSERT INTO inbox_tally VALUES (NEW.company, NEW.source, NEW.kind, NEW.state, NEW.verdict, NEW.archived, 1)
    ON CONFLICT (company, source, kind, state, verdict, archived) DO UPDATE SET cases = cases + 1;
END;
CREATE TRIGGER inbox_recounted AFTER UPDATE ON inbox
WHEN (NEW.company, NEW.source, NEW.kind, NEW.state, NEW.verdict, NEW.archived)
    <> (OLD.company, OLD.source, OLD.kind, OLD.state, OLD.verdict, OLD.archived) BEGIN
    UPDATE inbox_tally SET cases = cases - 1
    WHERE company = OLD.company AND source = OLD.source AND kind = OLD.kind AND state = OLD.state
        AND verdict = OLD.verdict AND archived = OLD.archived;
    INSERT INTO inbox_tally VALUES (NEW.company, NEW.source, NEW.kind, NEW.state, NEW.verdict, NEW.archived, 1)
    ON CONFLICT (company, source, kind, state, verdict, archived) DO UPDATE SET cases = cases + 1;
END;
CREATE TRIGGER inbox_uncounted AFTER DELETE ON inbox BEGIN
    UPDATE inbox_tally SET cases = cases - 1
    WHERE company = OLD.company AND source = OLD.source AND kind = OLD.kind AND state = OLD.state
        AND verdict = OLD.verdict AND archived = OLD.archived;
    INSERT OR REPLACE INTO inbox_gone VALUES (OLD.id, (
        SELECT 1 + max(
            coalesce((SELECT max(revision) FROM inbox), 0),
            coalesce((SELECT max(revision) FROM inbox_gone), 0),
            OLD.revision
        )
    ));
    DELETE FROM inbox_text WHERE id = OLD.id;
END;
CREATE TRIGGER cases_leave_the_inbox AFTER DELETE ON cases BEGIN DELETE FROM inbox WHERE id = OLD.id; END;

-- What the filter looks into, folded already; every three letters of it are found by an index.
CREATE TABLE inbox_text (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE inbox_find USING fts5 (
    text, content = 'inbox_text', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE inbox_terms USING fts5vocab ('inbox_find', 'row');
CREATE TRIGGER inbox_text_comes AFTER INSERT ON inbox_text BEGIN
    INSERT INTO inbox_find (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER inbox_text_changes AFTER UPDATE ON inbox_text WHEN NEW.text <> OLD.text BEGIN
    INSERT INTO inbox_find (inbox_find, rowid, text) VALUES ('delete', OLD.id, OLD.text);
    INSERT INTO inbox_find (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER inbox_text_goes AFTER DELETE ON inbox_text BEGIN
    INSERT INTO inbox_find (inbox_find, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;

-- Of which making the entries are; another one than today's has all of them made anew.
CREATE TABLE inbox_made (
    version INTEGER NOT NULL
) STRICT;
