"""The register: an append-only log of deltas, what was imported, what was done here, and the rows the log folds to."""

APPEND_ONLY = ("known_row", "edit", "delta", "delta_edit", "retraction", "change", "change_delta", "import_record",
               "kept_file", "edit_source", "export_record", "packet_file", "packet_received")  # fmt: skip

LOG = """
CREATE TABLE known_row (  -- every row id ever seen, with the number that stands for it here
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
CREATE TABLE edit (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,  -- 32 hex digits of SHA-256 over body
    row INTEGER NOT NULL REFERENCES known_row (n),
    body TEXT NOT NULL,  -- canonical JSON
    packet TEXT NOT NULL DEFAULT ''  -- the packet it answers, as the body says
);
CREATE INDEX edit_row ON edit (row);
CREATE INDEX edit_packet ON edit (packet) WHERE packet != '';
CREATE TABLE delta (
    n INTEGER PRIMARY KEY,  -- the order of arrival here
    id TEXT NOT NULL UNIQUE,  -- SHA-256 over the header and the ids of its edits
    office TEXT NOT NULL,
    author TEXT NOT NULL,
    claimed_time TEXT NOT NULL,
    nonce TEXT NOT NULL
);
CREATE TABLE delta_edit (
    delta INTEGER NOT NULL REFERENCES delta (n),
    edit INTEGER NOT NULL REFERENCES edit (n),
    PRIMARY KEY (delta, edit)
) WITHOUT ROWID;
CREATE INDEX delta_edit_edit ON delta_edit (edit);
CREATE TABLE retraction (
    delta INTEGER NOT NULL REFERENCES delta (n),
    target TEXT NOT NULL,  -- the id of a delta, which may not have arrived yet
    PRIMARY KEY (delta, target)
) WITHOUT ROWID;
CREATE INDEX retraction_target ON retraction (target);
"""

HERE = """
CREATE TABLE option (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kept_file (
    hash TEXT PRIMARY KEY,  -- 64 hex digits of SHA-256 over content
    size INTEGER NOT NULL,
    content BLOB NOT NULL
);
CREATE TABLE import_record (
    id INTEGER PRIMARY KEY,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL REFERENCES kept_file (hash),
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    office TEXT NOT NULL,  -- whose edits these are
    sample INTEGER NOT NULL,
    details TEXT NOT NULL  -- JSON: sheets with the column of each field, counts, what was quarantined
);
CREATE INDEX import_record_file ON import_record (file_hash);
CREATE TABLE change (  -- what was done in this register, for undo and redo
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'import', 'seed', 'undo', 'redo')),
    target INTEGER REFERENCES change (seq),  -- what an undo or redo is of
    label TEXT NOT NULL,
    import_id INTEGER REFERENCES import_record (id),
    at TEXT NOT NULL
);
CREATE INDEX change_target ON change (target, seq);
CREATE TABLE change_delta (
    change INTEGER NOT NULL REFERENCES change (seq),
    delta INTEGER NOT NULL REFERENCES delta (n),
    effect TEXT NOT NULL CHECK (effect IN ('append', 'set_aside', 'take_back')),
    PRIMARY KEY (change, delta)
) WITHOUT ROWID;
CREATE INDEX change_delta_delta ON change_delta (delta);
CREATE TABLE edit_source (  -- the line of the sheet an edit was read from
    edit INTEGER NOT NULL REFERENCES edit (n),
    import_id INTEGER NOT NULL REFERENCES import_record (id),
    sheet INTEGER NOT NULL,  -- place in the record's list of sheets
    line INTEGER NOT NULL,
    PRIMARY KEY (edit, import_id)
) WITHOUT ROWID;
CREATE TABLE export_record (  -- workbooks of ours that may come back: what the register held when each was written
    id TEXT PRIMARY KEY,
    file_name TEXT NOT NULL,
    at TEXT NOT NULL,
    last_delta INTEGER NOT NULL,  -- delta.n
    last_change INTEGER NOT NULL,  -- change.seq
    details TEXT NOT NULL,  -- JSON: the fields and rows written
    partner TEXT NOT NULL DEFAULT '',  -- the office a packet is for; '' when it is for anybody
    number INTEGER NOT NULL DEFAULT 0,  -- counts the packets to that partner
    since TEXT NOT NULL DEFAULT ''  -- the packet after which its changes begin, '' for all of them
);
CREATE INDEX export_record_partner ON export_record (partner, last_delta) WHERE partner != '';
CREATE TABLE packet_file (  -- what a packet was written as; a packet without one was never finished
    id TEXT PRIMARY KEY REFERENCES export_record (id),
    hash TEXT NOT NULL,
    size INTEGER NOT NULL
);
CREATE TABLE packet_received (  -- one line each time a packet was taken in, also when nothing in it was new
    n INTEGER PRIMARY KEY,
    packet TEXT NOT NULL,
    partner TEXT NOT NULL,  -- the office that wrote it
    addressee TEXT NOT NULL,  -- the office it was written for
    number INTEGER NOT NULL,
    since TEXT NOT NULL,
    names TEXT NOT NULL,  -- JSON: which packets of ours the partner says it holds
    kind TEXT NOT NULL CHECK (kind IN ('tasks', 'receipt')),
    acknowledged INTEGER NOT NULL,  -- whether we may say that we hold it, and all before it
    at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    import_id INTEGER REFERENCES import_record (id),
    change INTEGER REFERENCES change (seq)
);
CREATE INDEX packet_received_partner ON packet_received (partner, n);
CREATE INDEX packet_received_packet ON packet_received (packet);
CREATE TABLE header_mapping (  -- which column is which field, as a person said of sheets with such a header
    fingerprint TEXT PRIMARY KEY,
    mapping TEXT NOT NULL  -- JSON: header text → field code
) WITHOUT ROWID;
CREATE TABLE set_aside (  -- local and reversible, never sent
    delta INTEGER PRIMARY KEY REFERENCES delta (n)
);
"""

ROWS = """
CREATE TABLE task (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    stt TEXT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL, source_doc TEXT NOT NULL, group_no TEXT NOT NULL,
    category TEXT NOT NULL, lead TEXT NOT NULL, coop TEXT NOT NULL, deliverable TEXT NOT NULL,
    deadline_text TEXT NOT NULL, authority TEXT NOT NULL, progress TEXT NOT NULL, percent TEXT NOT NULL,
    result_now TEXT NOT NULL, obstacles TEXT NOT NULL, proposals TEXT NOT NULL, done_date TEXT NOT NULL,
    evidence TEXT NOT NULL, officer TEXT NOT NULL, leader TEXT NOT NULL, note TEXT NOT NULL,
    tags TEXT NOT NULL, short_title TEXT NOT NULL,
    due TEXT NOT NULL, start TEXT NOT NULL, precision TEXT NOT NULL, deadline_kind TEXT NOT NULL,
    operator TEXT NOT NULL, doubts TEXT NOT NULL,  -- the reading of deadline_text
    binding_due TEXT NOT NULL,  -- due, where being late is possible
    early_before TEXT NOT NULL,  -- done before this day is early
    group_key TEXT NOT NULL, stt_key TEXT NOT NULL, title_key TEXT NOT NULL, lead_key TEXT NOT NULL,
    assigners TEXT NOT NULL, executors TEXT NOT NULL, conflicts TEXT NOT NULL, requests TEXT NOT NULL,
    sample INTEGER NOT NULL
);
CREATE INDEX task_place ON task (group_key, stt_key);
CREATE INDEX task_group ON task (group_key, progress, binding_due);
CREATE INDEX task_title ON task (title_key);
CREATE INDEX task_lead ON task (lead_key, lead);
CREATE INDEX task_status ON task (progress, binding_due, early_before, done_date);
CREATE INDEX task_due ON task (due);
CREATE INDEX task_sample ON task (sample) WHERE sample;
CREATE TABLE office (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    code TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, type TEXT NOT NULL, parent TEXT NOT NULL,
    abbreviation TEXT NOT NULL, aliases TEXT NOT NULL, predecessors TEXT NOT NULL,
    name_key TEXT NOT NULL, folded TEXT NOT NULL, conflicts TEXT NOT NULL
);
CREATE INDEX office_code ON office (code);
CREATE TABLE public_day (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    date TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, conflicts TEXT NOT NULL
);
CREATE INDEX public_day_date ON public_day (date);
CREATE TABLE document (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    number TEXT NOT NULL, date TEXT NOT NULL, issuer TEXT NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL,
    conflicts TEXT NOT NULL
);
CREATE INDEX document_number ON document (number);
CREATE TABLE sibling (  -- the live values of cells in conflict, the shown one first
    row INTEGER NOT NULL,
    field TEXT NOT NULL,
    place INTEGER NOT NULL,
    value TEXT,
    edits TEXT NOT NULL,
    offices TEXT NOT NULL,
    PRIMARY KEY (row, field, place)
) WITHOUT ROWID;
CREATE TABLE request (  -- values asked for by who may not write them
    row INTEGER NOT NULL,
    field TEXT NOT NULL,
    edit TEXT NOT NULL,
    value TEXT,
    offices TEXT NOT NULL,
    PRIMARY KEY (row, field, edit)
) WITHOUT ROWID;
"""

SEARCHED = ("stt", "code", "title", "source_doc", "group_no", "category", "lead", "coop", "deliverable",
            "deadline_text", "authority", "result_now", "obstacles", "proposals", "evidence", "officer", "leader",
            "note", "tags", "short_title")  # fmt: skip


def apply(db):
    """Make every table, the triggers that keep the log append-only, and the search index."""
    db.conn.execute("PRAGMA application_id = 1916090212")  # "r57d"
    for script in (LOG, HERE, ROWS):
        run(db, script)
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            db.conn.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    create_search(db)


def create_search(db):
    """The folded texts of a task, and the full-text index over them, joined to one text.

    A character for private use ends each field: it counts as a word, so that no phrase goes across two fields.
    No triggers keep the index: inside a trigger every row ends a savepoint, and each writes what is pending (four times
    slower). The projection writes both tables. A large `hashsize` makes fewer, longer writes.
    """
    columns = ", ".join(f"{name} TEXT NOT NULL" for name in SEARCHED)
    joined = " || ".join(f"CASE {name} WHEN '' THEN '' ELSE {name} || ' \ue000 ' END" for name in SEARCHED)
    db.conn.execute(f"CREATE TABLE task_folded (n INTEGER PRIMARY KEY, {columns})")
    db.conn.execute(f"CREATE VIEW task_text AS SELECT n, {joined} AS body FROM task_folded")
    db.conn.execute(
        "CREATE VIRTUAL TABLE task_search USING fts5 (body, content='task_text', content_rowid='n', "
        "tokenize='unicode61 remove_diacritics 0', prefix='2')"
    )
    db.conn.execute("INSERT INTO task_search (task_search, rank) VALUES ('hashsize', 8388608)")


def run(db, script):
    """Each statement of a script, in the transaction under way (`executescript` would commit it)."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)
