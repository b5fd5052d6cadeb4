-- By which words, and by what its row told, an error without a number is found when it comes again.
CREATE TABLE case_words (
    words TEXT NOT NULL,
    case_id INTEGER NOT NULL,
    PRIMARY KEY (words, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX words_of_case ON case_words (case_id);
CREATE TRIGGER cases_take_their_words AFTER DELETE ON cases BEGIN
    DELETE FROM case_words WHERE case_id = OLD.id;
END;
