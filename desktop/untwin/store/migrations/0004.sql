-- What was noted about one case is shown with it, each time that it is chosen.
CREATE INDEX notes_by_case ON links (case_id) WHERE kind = 'note';
