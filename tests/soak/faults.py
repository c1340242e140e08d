"""Faults planted by hand in merge, extraction and apply, one at a time, to see whether a test notices.

To add one: a line in FAULTS with what it breaks, the file, a text that stands there exactly once, what to put in its
place, and the test files that have to notice, the quickest first. `python -m tests.soak.score WORD` tries it.
"""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One fault: what it breaks, where, the text that stands there once, what is put there, who should notice."""

    name: str
    path: str
    old: str
    new: str
    tests: tuple[str, ...]


_FOLD, _AUTHORITY, _FORCE = "r57desk/merge/fold.py", "r57desk/merge/authority.py", "r57desk/merge/force.py"
_DELTA, _COMPOSE, _EXTRACT = "r57desk/merge/delta.py", "r57desk/merge/compose.py", "r57desk/merge/extract.py"
_ROWS, _EXPORTS, _MATCHING = "r57desk/store/rows.py", "r57desk/store/exports.py", "r57desk/store/matching.py"
_LOG, _UNDO, _PROJECTION = "r57desk/store/edit_log.py", "r57desk/store/undo.py", "r57desk/store/projection.py"
_PLAN, _IMPORTING = "r57desk/services/import_plan.py", "r57desk/services/importing.py"
_JUDGING, _IDENTIFYING = "r57desk/services/judging.py", "r57desk/services/identifying.py"
_ANSWERS, _SENDING = "r57desk/services/answers.py", "r57desk/services/packets.py"
_PACKETS = "r57desk/store/packets.py"
_ALIGNMENT, _RETURNS = "r57desk/merge/alignment.py", "r57desk/merge/returns.py"
_BASE_ROW = "r57desk/merge/base_row.py"

FOLD = ("tests/merge/test_fold.py", "tests/flows/test_merge_laws.py")
AUTHORITY = ("tests/merge/test_authority.py", "tests/merge/test_fold.py")
KEPT = ("tests/merge/test_kept.py", "tests/merge/test_fold.py", "tests/services/test_planning.py")
FORCE = ("tests/merge/test_force.py", "tests/merge/test_fold.py")
DELTA = ("tests/merge/test_delta.py", "tests/store/test_edit_log.py")
COMPOSE = ("tests/merge/test_compose.py", "tests/merge/test_authority.py", "tests/merge/test_fold.py")
EXTRACT = ("tests/merge/test_extract.py",)
RETURNS = ("tests/merge/test_returns.py",)
ALIGNMENT = ("tests/merge/test_alignment.py", "tests/flows/test_merge_matrix.py")
LOG = ("tests/store/test_edit_log.py", "tests/store/test_undo.py", "tests/store/test_projection.py")
BASE = ("tests/store/test_exports.py",)
MATCHING = ("tests/store/test_matching.py", "tests/services/test_planning.py")
PLANNING = ("tests/services/test_planning.py", "tests/services/test_importing.py")
ANSWERS = ("tests/services/test_answers.py",)
EXCHANGE = ("tests/store/test_packets.py", "tests/services/test_packets.py", "tests/flows/test_exchange_laws.py")
IMPORTING = ("tests/services/test_importing.py", "tests/services/test_planning.py")

FAULTS = (
    # -- the fold: which values are live ---------------------------------------------------------
    Fault(
        "last writer wins",
        _FOLD,
        "    return tuple(siblings)\n",
        "    return tuple(siblings[:1])\n",
        FOLD,
    ),
    Fault(
        "claimed times decide: an older sibling is dropped",
        _FOLD,
        "    siblings.sort(key=lambda one: one.claimed_time, reverse=True)\n",
        "    siblings = [one for one in siblings if one.claimed_time == max(two.claimed_time for two in siblings)]\n",
        FOLD,
    ),
    Fault(
        "the order of arrival decides what is shown first",
        _FOLD,
        "for one in sorted(live, key=lambda one: one.edit.id):",
        "for one in live:",
        FOLD,
    ),
    Fault(
        "the latest word is shown before the word of who may say it",
        _FOLD,
        "    siblings.sort(key=lambda one: not any(authority.may_write(office, code) for office in one.offices))\n",
        "",
        ("tests/merge/test_fold.py::test_siblings_stand_newest_first_the_entitled_before_the_rest",),
    ),
    Fault(
        "supersedes forgotten",
        _FOLD,
        "            waiting += one.edit.supersedes.get(code, ())\n        else:",
        "            pass\n        else:",
        FOLD,
    ),
    Fault(
        "taking back the middle brings the first back beside the last",
        _FOLD,
        "                waiting += by_id[id].edit.supersedes.get(code, ())\n",
        "                pass\n",
        ("tests/merge/test_fold.py::test_taking_back_the_middle_keeps_the_later_and_frees_nothing",),
    ),
    Fault(
        "a refusal also stops what the request stood on",
        _FOLD,
        "            refused.update(one.edit.supersedes[code])",
        "            waiting += one.edit.supersedes[code]",
        AUTHORITY,
    ),
    Fault(
        "a refusal stops nothing",
        _FOLD,
        "    return refused | replaced\n",
        "    return replaced\n",
        AUTHORITY,
    ),
    Fault(
        "of two edits that say the same only one is known as live",
        _FOLD,
        "by_value.setdefault(one.edit.fields[code] or None, []).append(one)",
        "by_value.setdefault(one.edit.fields[code] or None, [])[:] = [one]",
        FOLD,
    ),
    Fault(
        "values that differ in capitals alone are one",
        _FOLD,
        "by_value.setdefault(one.edit.fields[code] or None, []).append(one)",
        "by_value.setdefault(next((two for two in by_value if (two or '').casefold() =="
        " (one.edit.fields[code] or '').casefold()), one.edit.fields[code] or None), []).append(one)",
        ("tests/merge/test_fold.py::test_values_that_differ_in_capitals_or_spaces_alone_differ",),
    ),
    Fault(
        "an erased value is dropped from a conflict",
        _FOLD,
        "live = [one for one in deciding if code in one.edit.fields and",
        "live = [one for one in deciding if one.edit.fields.get(code) and",
        FOLD,
    ),
    Fault(
        "an edit counts although no delta in force holds it",
        _FOLD,
        "        if one.offices:\n            for code in",
        "        if one.holders:\n            for code in",
        FOLD,
    ),
    Fault(
        "a conflict of two is not called one",
        _FOLD,
        "if len(siblings) > 1]",
        "if len(siblings) > 2]",
        FOLD,
    ),
    Fault(
        "several executors are a conflict",
        _FOLD,
        "for code in several if code not in _SYSTEM]",
        "for code in several]",
        FOLD,
    ),
    Fault(
        "a cell others wrote shows what it was made with",
        _FOLD,
        "(edit.fields.keys() | edit.supersedes.keys() for edit in edits)",
        "(edit.supersedes.keys() for edit in edits)",
        FOLD,
    ),
    Fault(
        "a cell others took back shows what it was made with",
        _FOLD,
        "(edit.fields.keys() | edit.supersedes.keys() for edit in edits)",
        "(edit.fields.keys() for edit in edits)",
        FOLD,
    ),
    Fault(
        "of two edits that made a row only the first speaks",
        _FOLD,
        "    if len(founding) != 1 or not founds",
        "    if not founding or not founds",
        FOLD,
    ),
    # -- the fold: deletions -----------------------------------------------------------------------
    Fault(
        "a deletion wins over work it did not see",
        _FOLD,
        "    return any(\n        id not in seen\n",
        "    return False and any(\n        id not in seen\n",
        FOLD,
    ),
    Fault(
        "work a deletion did not see brings the row back without a word",
        _FOLD,
        "            doubtful.append(EXISTS)\n",
        "            pass\n",
        FOLD,
    ),
    Fault(
        "a local note keeps a deleted row",
        _FOLD,
        '        if code != EXISTS and owner_of(authority.kind, code) != "L"\n',
        "        if code != EXISTS\n",
        ("tests/merge/test_fold.py::test_local_fields_neither_keep_a_deleted_row_nor_need_authority",),
    ),
    Fault(
        "a deletion forgets what its work stood on",
        _FOLD,
        "                waiting += [seen_id for ids in by_id[id].edit.supersedes.values() for seen_id in ids]\n",
        "                waiting += by_id[id].edit.supersedes.get(EXISTS, ())\n",
        ("tests/merge/test_fold.py::test_a_deletion_stands_when_what_it_saw_is_taken_back_and_older_work_shows",),
    ),
    Fault(
        "a row comes to be without a creation",
        _FOLD,
        "    if cell is None:\n        return False\n",
        "    if cell is None:\n        return bool(cells)\n",
        FOLD,
    ),
    # -- the fold: requests ------------------------------------------------------------------------
    Fault(
        "a request is applied",
        _FOLD,
        "side = entitled if is_entitled(authority, one, code, by_id) else asking",
        "side = entitled",
        AUTHORITY,
    ),
    Fault(
        "a request is dropped",
        _FOLD,
        "            requests += _find_requests(code, asking[code], dead)\n",
        "            pass\n",
        AUTHORITY,
    ),
    Fault(
        "an answered request goes on waiting",
        _FOLD,
        "        and one.edit.id not in dead\n",
        "",
        AUTHORITY,
    ),
    Fault(
        "one office replaces the request of another",
        _FOLD,
        "        and not any((office, one.edit.id) in replaced for office in one.offices)\n",
        "        and one.edit.id not in {id for _, id in replaced}\n",
        AUTHORITY,
    ),
    Fault(
        "why a request was refused is forgotten",
        _FOLD,
        '        reasons = sorted({answer.edit.fields.get(REASON) or "" for answer in answers} - {""})\n',
        "        reasons: list[str] = []\n",
        COMPOSE,
    ),
    Fault(
        "a request that was granted after all is still told as refused",
        _FOLD,
        "        if code not in one.edit.fields or not answers or id in granted:\n",
        "        if code not in one.edit.fields or not answers:\n",
        COMPOSE,
    ),
    Fault(
        "a reason is a cell of the row",
        _FOLD,
        "(one.edit.fields.keys() | one.edit.supersedes.keys()) - _SAID_ONLY - quiet.keys():",
        "(one.edit.fields.keys() | one.edit.supersedes.keys()) - quiet.keys():",
        COMPOSE,
    ),
    # -- the ground others' work stands on ---------------------------------------------------------
    Fault(
        "an undo takes the ground from under the work of others",
        "r57desk/merge/kept.py",
        "    return kept if stands else held\n",
        "    return held\n",
        KEPT,
    ),
    Fault(
        "the work of who brought the row in keeps it",
        "r57desk/merge/kept.py",
        "[(one.offices - founders, code) for one in held for code in one.edit.fields if one.offices - founders]",
        "[(one.offices, code) for one in held for code in one.edit.fields if one.offices]",
        KEPT,
    ),
    Fault(
        "a local note keeps a row that was taken back",
        "r57desk/merge/kept.py",
        'owner_of(authority.kind, code) != "L" and ',
        "",
        KEPT,
    ),
    Fault(
        "what was only asked for keeps a row",
        "r57desk/merge/kept.py",
        " and authority.may_write(office, code)\n",
        "\n",
        KEPT,
    ),
    # -- authority -----------------------------------------------------------------------------------
    Fault(
        "the assigner writes over its executor",
        _AUTHORITY,
        "(office in self.assigners and not self.executors)",
        "office in self.assigners",
        AUTHORITY,
    ),
    Fault(
        "an executor writes assigning fields",
        _AUTHORITY,
        '        if owner == "A":\n            return office in self.assigners\n',
        '        if owner == "A":\n            return office in self.assigners | self.executors\n',
        AUTHORITY,
    ),
    Fault(
        "whoever wants to may grant",
        _AUTHORITY,
        "            return office in self.assigners or office in self.granted\n",
        "            return True\n",
        AUTHORITY,
    ),
    Fault(
        "an executor cannot pass a row on",
        _AUTHORITY,
        "    while True:\n        entitled = assigners | granted\n",
        "    while True:\n        entitled = assigners\n",
        AUTHORITY,
    ),
    Fault(
        "the union of executors is lost: one is kept",
        _AUTHORITY,
        "    return Authority(kind, assigners, frozenset(executors), granted)\n",
        "    return Authority(kind, assigners, frozenset(sorted(executors)[:1]), granted)\n",
        AUTHORITY,
    ),
    Fault(
        "anybody takes a grant back",
        _AUTHORITY,
        "        if one.offices & (assigners | holders.get(id, frozenset()))\n",
        "        if one.offices\n",
        AUTHORITY,
    ),
    Fault(
        "a grant that was taken back stands",
        _AUTHORITY,
        "    revoked = find_revoked(held, assigners)\n",
        "    revoked: set[str] = set()\n",
        AUTHORITY,
    ),
    Fault(
        "what was granted by one whose own grant was taken back falls with it",
        _AUTHORITY,
        "    entitled = assigners | granted\n    revoked",
        "    entitled = assigners\n    revoked",
        AUTHORITY,
    ),
    Fault(
        "the first grant hands nothing over",
        _AUTHORITY,
        "(one.edit.creates or _is_first_grant(one.edit, office, by_id))",
        "one.edit.creates",
        AUTHORITY,
    ),
    Fault(
        "a later grant writes over the executor",
        _AUTHORITY,
        "    return all(id in by_id and office in by_id[id].holders for id in seen)\n",
        "    return True\n",
        AUTHORITY,
    ),
    Fault(
        "what a creation says of the executing side is only asked for",
        _AUTHORITY,
        "(one.edit.creates or _is_first_grant(one.edit, office, by_id))",
        "_is_first_grant(one.edit, office, by_id)",
        AUTHORITY,
    ),
    Fault(
        "an office that took its creation back still assigns",
        _AUTHORITY,
        "frozenset[str]().union(*(one.offices for one in creators))",
        "frozenset[str]().union(*(one.holders for one in creators))",
        AUTHORITY,
    ),
    # -- which deltas count --------------------------------------------------------------------------
    Fault(
        "a retraction takes back the delta of another office",
        _FORCE,
        "if (delta.office, delta.id) not in gone]",
        "if delta.id not in {id for _, id in gone}]",
        FORCE,
    ),
    Fault(
        "a retraction can be taken back",
        _FORCE,
        "    gone = {(delta.office, id) for delta in kept for id in delta.retracts}\n",
        "    again = {id for delta in kept for id in delta.retracts}\n"
        "    gone = {(delta.office, id) for delta in kept if delta.id not in again for id in delta.retracts}\n",
        FORCE,
    ),
    Fault(
        "what was set aside counts",
        _FORCE,
        "    kept = [delta for delta in deltas if delta.id not in set_aside]\n",
        "    kept = list(deltas)\n",
        FORCE,
    ),
    Fault(
        "of two offices that say the same only the last stands behind it",
        _FORCE,
        "            offices.setdefault(edit.id, set()).add(delta.office)\n",
        "            offices[edit.id] = {delta.office}\n",
        FORCE,
    ),
    Fault(
        "the time of the last to arrive is shown",
        _FORCE,
        'times[edit.id] = max(times.get(edit.id, ""), delta.claimed_time)',
        "times[edit.id] = delta.claimed_time",
        FORCE,
    ),
    Fault(
        "the register takes back what another office wrote",
        _ROWS,
        '"AND x.office = d.office AND NOT EXISTS',
        '"AND NOT EXISTS',
        ("tests/store/test_edit_log.py",),
    ),
    Fault(
        "the register counts what was set aside",
        _ROWS,
        'NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = d.n) "\n',
        '1 "\n',
        LOG,
    ),
    Fault(
        "the register counts a retraction that was set aside",
        _ROWS,
        ' AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = x.n)) "\n',
        ') "\n',
        ("tests/store/test_edit_log.py",),
    ),
    Fault(
        "the register lets an edit count that no delta in force holds",
        _ROWS,
        "    in_force = [(office, time) for office, time, counts in deltas if counts]\n",
        "    in_force = [(office, time) for office, time, counts in deltas]\n",
        LOG,
    ),
    # -- ids -----------------------------------------------------------------------------------------
    Fault(
        "an edit's id ignores its values",
        _DELTA,
        '{"fields": fields, "row": row}',
        '{"fields": sorted(fields), "row": row}',
        DELTA,
    ),
    Fault(
        "an edit's id ignores its row",
        _DELTA,
        '{"fields": fields, "row": row}',
        '{"fields": fields}',
        DELTA,
    ),
    Fault(
        "an edit's id ignores what its author saw",
        _DELTA,
        '        content["supersedes"] = supersedes\n',
        "        pass\n",
        DELTA,
    ),
    Fault(
        "an edit's id ignores the packet it answers",
        _DELTA,
        '        content["packet"] = packet\n',
        "        pass\n",
        DELTA,
    ),
    Fault(
        "the same text in two Unicode forms is two values",
        _DELTA,
        '    if not unicodedata.is_normalized("NFC", text):\n',
        "    if False:\n",
        DELTA,
    ),
    Fault(
        "a delta's id ignores what it takes back",
        _DELTA,
        '    header |= {"retracts": gone} if gone else {}\n',
        "",
        DELTA,
    ),
    Fault(
        "a delta's id ignores its office",
        _DELTA,
        '{"office": office, "edits": sorted(edits)}',
        '{"edits": sorted(edits)}',
        DELTA,
    ),
    Fault(
        "a delta that was altered on the way is taken",
        _DELTA,
        "    if delta.id != claimed:\n",
        "    if not delta.id:\n",
        DELTA,
    ),
    Fault(
        "redo brings the very delta that was taken back",
        _DELTA,
        "        delta.office, delta.edits, author=delta.author, claimed_time=delta.claimed_time, nonce=new_nonce()\n",
        "        delta.office, delta.edits, author=delta.author, claimed_time=delta.claimed_time, nonce=delta.nonce\n",
        DELTA,
    ),
    Fault(
        "a delta with one local field is called local",
        _DELTA,
        "    return bool(delta.edits) and all(\n",
        "    return bool(delta.edits) and any(\n",
        DELTA,
    ),
    # -- what a person writes ------------------------------------------------------------------------
    Fault(
        "a typed edit supersedes nothing",
        _COMPOSE,
        "    return make_edit(state.row, changed, seen, nonce=nonce, packet=packet)\n",
        "    return make_edit(state.row, changed, {}, nonce=nonce, packet=packet)\n",
        COMPOSE,
    ),
    Fault(
        "a conflict cannot be settled with one of its values",
        _COMPOSE,
        "    return len(cell.siblings) == 1 and cell.value == value\n",
        "    return cell.value == value\n",
        ("tests/merge/test_fold.py::test_a_conflict_is_settled_by_one_who_saw_it_even_with_a_live_value",),
    ),
    Fault(
        "a deletion sees only that the row exists",
        _COMPOSE,
        "{EXISTS: state.all_live()}",
        "{EXISTS: state.live(EXISTS)}",
        COMPOSE,
    ),
    Fault(
        "an accepted request stands beside the old value",
        _COMPOSE,
        "        seen = (*seen, *state.live(request.field))\n",
        "        seen = (*seen,)\n",
        ("tests/merge/test_compose.py",),
    ),
    Fault(
        "an accepted request goes on waiting",
        _COMPOSE,
        "    seen: tuple[str, ...] = (*asked, request.edit)\n",
        "    seen: tuple[str, ...] = ()\n",
        COMPOSE,
    ),
    Fault(
        "a deletion that was granted leaves the row to later work",
        _COMPOSE,
        "        seen = (*seen, *state.all_live())\n",
        "        seen = (*seen, *state.live(EXISTS))\n",
        ("tests/merge/test_differing.py",),
    ),
    Fault(
        "an office let in puts the others out",
        _COMPOSE,
        "    elif request.field != EXECUTORS:\n",
        "    else:\n",
        ("tests/merge/test_differing.py",),
    ),
    Fault(
        "a grant says again what others wrote",
        _COMPOSE,
        ' == "E" and _is_own(cell, by)\n',
        ' == "E"\n',
        COMPOSE,
    ),
    # -- extraction ----------------------------------------------------------------------------------
    Fault(
        "the base is ignored: a stale cell is an answer",
        _EXTRACT,
        'incoming == "" or incoming == base.value or',
        'incoming == "" or',
        EXTRACT,
    ),
    Fault(
        "a cell equal to its base but for capitals says nothing",
        _EXTRACT,
        "incoming == base.value or",
        "(incoming or '').casefold() == (base.value or '').casefold() or",
        EXTRACT,
    ),
    Fault(
        "a blank cell erases",
        _EXTRACT,
        'if incoming == "" or incoming == base.value',
        "if incoming == base.value",
        EXTRACT,
    ),
    Fault(
        "the erase mark says nothing",
        _EXTRACT,
        'if incoming == "" or',
        "if not incoming or",
        EXTRACT,
    ),
    Fault(
        "an answer supersedes what stands now, not what its author saw",
        _EXTRACT,
        "{field: base.live}",
        "{field: tuple(live)}",
        EXTRACT,
    ),
    Fault(
        "erasing what nobody wrote stands beside what came meanwhile, or not, as files arrive",
        _EXTRACT,
        "(incoming is None and not base.live)",
        "(incoming is None and not base.value)",
        EXTRACT,
    ),
    Fault(
        "an answer supersedes nothing",
        _EXTRACT,
        "make_edit(row, {field: incoming}, {field: base.live}, packet=packet)",
        "make_edit(row, {field: incoming}, packet=packet)",
        EXTRACT,
    ),
    Fault(
        "an answer does not name the packet it answers",
        _EXTRACT,
        "{field: base.live}, packet=packet)",
        "{field: base.live})",
        EXTRACT,
    ),
    Fault(
        "an answer read before is news again",
        _EXTRACT,
        "    if is_known(edit.id):\n        return _NOTHING\n",
        "",
        EXTRACT,
    ),
    Fault(
        "repeating one side of a conflict says nothing",
        _EXTRACT,
        "    if all(value == incoming for",
        "    if any(value == incoming for",
        EXTRACT,
    ),
    Fault(
        "what the sender may not write is called a change",
        _EXTRACT,
        "    if not may_write:\n",
        "    if not may_write and not packet:\n",
        EXTRACT,
    ),
    Fault(
        "flipped sides: what the author saw is taken for what came since",
        _EXTRACT,
        "if id not in base.live]",
        "if id in base.live]",
        EXTRACT,
    ),
    # -- what a file is compared with ------------------------------------------------------------------
    Fault(
        "the base of a returned file is what stands now",
        _EXPORTS,
        "JOIN delta d ON d.n = de.delta AND d.n <= :delta\n",
        "JOIN delta d ON d.n = de.delta\n",
        BASE,
    ),
    Fault(
        "the base forgets what was taken back before the file was written",
        _EXPORTS,
        "x.office = d.office AND x.n <= :delta\n",
        "x.office = d.office AND x.n > :delta\n",
        BASE,
    ),
    Fault(
        "the base counts what was set aside when the file was written",
        _EXPORTS,
        "'append') != 'set_aside'\n    AND NOT EXISTS (",
        "'append') != ''\n    AND NOT EXISTS (",
        BASE,
    ),
    Fault(
        "our own workbook comes back and is compared with nothing",
        _JUDGING,
        "    if record is not None:\n",
        "    if record is not None and not row_ids:\n",
        ("tests/services/test_exporting.py::test_what_was_undone_here_after_sending_does_not_come_back_by_itself",),
    ),
    Fault(
        "an import that was undone is still a base",
        _MATCHING,
        '"AND NOT EXISTS (SELECT 1 FROM set_aside a WHERE a.delta = de.delta)) ORDER BY e.n"',
        '") ORDER BY e.n"',
        ("tests/store/test_matching.py",),
    ),
    # -- which row a line is ---------------------------------------------------------------------------
    Fault(
        "a line that fits two rows takes the first",
        _IDENTIFYING,
        'return fitting[0] if len(fitting) == 1 else ""',
        'return fitting[0] if fitting else ""',
        ("tests/services/test_planning.py::test_a_line_that_fits_two_tasks_is_given_to_neither",),
    ),
    Fault(
        "two lines alike are one row",
        _IDENTIFYING,
        "            while found in self._taken:\n",
        "            while found in self._occurrences:\n",
        ("tests/services/test_planning.py::test_two_rows_of_equal_number_and_title_stay_two",),
    ),
    Fault(
        "of copied lines the first keeps the id",
        _ALIGNMENT,
        "sorted(claiming, key=lambda line: self._nearness(line, row))",
        "claiming",
        ALIGNMENT,
    ),
    Fault(
        "a copied line is an answer of the row it was copied from",
        _ALIGNMENT,
        '        for line in others:\n            self._placed[line] = Placed("", "copy")\n',
        "        for line in others:\n            self._placed[line] = Placed(row, how)\n",
        ALIGNMENT,
    ),
    Fault(
        "a mark is believed whatever stands beside it",
        _ALIGNMENT,
        "    return mark is not None and mark.fits(title)\n",
        "    return True\n",
        ALIGNMENT,
    ),
    Fault(
        "two lines that changed places are a partial sort",
        _ALIGNMENT,
        "_FEWEST_MOVED = 3\n",
        "_FEWEST_MOVED = 2\n",
        ALIGNMENT,
    ),
    Fault(
        "a partial sort is put right without asking",
        _ALIGNMENT,
        '        self._placed |= dict.fromkeys((*moved, *doubtful), Placed("", "shifted"))\n',
        '        self._placed |= {line: Placed(row, "key") for line, row in moved.items()}\n',
        ALIGNMENT,
    ),
    Fault(
        "two added lines alike are one row",
        _ALIGNMENT,
        "natural_row_id(document, group_no, stt, title, occurrences[first])",
        "natural_row_id(document, group_no, stt, title)",
        ALIGNMENT,
    ),
    Fault(
        "what an added row is called hangs on the order of lines",
        _ALIGNMENT,
        "    for line in sorted(fresh, key=grid.rank):\n",
        "    for line in fresh:\n",
        ALIGNMENT,
    ),
    # -- a second return -------------------------------------------------------------------------------
    Fault(
        "a cell back at its base is said again",
        _RETURNS,
        'return "back" if',
        'return "same" if',
        RETURNS,
    ),
    Fault(
        "a return that replaces the earlier one leaves its values beside",
        _RETURNS,
        "(*cell.base.live, *earlier)}",
        "cell.base.live}",
        RETURNS,
    ),
    Fault(
        "what the earlier return said twice over is the same when one half is",
        _RETURNS,
        "all(one.value == incoming for one in said)",
        "any(one.value == incoming for one in said)",
        RETURNS,
    ),
    Fault(
        "a deletion in a workbook sees only that the row exists",
        _BASE_ROW,
        "        return tuple(sorted({id for ids in self.live.values() for id in ids}))\n",
        '        return self.live.get("#exists", ())\n',
        ("tests/merge/test_base_row.py",),
    ),
    # -- apply -----------------------------------------------------------------------------------------
    Fault(
        "a missing row is a deletion",
        _PLAN,
        '    for row in plan.rows:\n        if (row.row_id, "") in left_out:\n',
        '    for gone in plan.missing:\n        yield make_edit(gone.row_id, {EXISTS: "0"}), 0\n'
        '    for row in plan.rows:\n        if (row.row_id, "") in left_out:\n',
        (
            "tests/services/test_importing.py::test_a_row_that_is_missing_from_a_file_is_neither_deleted_nor_asked_to_be",
        ),
    ),
    Fault(
        "a deleted task comes back with its annex",
        _JUDGING,
        "        if EXISTS not in state.cells:",
        "        if not state.exists:",
        ("tests/services/test_planning.py::test_a_deleted_task_stays_deleted_when_its_annex_comes_again",),
    ),
    Fault(
        "what was unticked is applied",
        _PLAN,
        "            if (row.row_id, cell.field) not in left_out:\n",
        "            if cell.edit:\n",
        ("tests/services/test_importing.py::test_what_was_unticked_is_left_out",),
    ),
    Fault(
        "a file from elsewhere speaks in our name",
        _IMPORTING,
        "[make_delta(plan.office, shared)]",
        "[make_delta(own_office, shared)]",
        ("tests/services/test_importing.py::test_two_offices_that_import_the_same_annex_hold_the_same_edits",),
    ),
    Fault(
        "importing from an office gives us no part in it",
        _IMPORTING,
        "    if plan.grants_us and any(edit.creates for edit in shared):\n",
        "    if plan.grants_us and not shared:\n",
        ("tests/services/test_importing.py::test_two_offices_that_import_the_same_annex_hold_the_same_edits",),
    ),
    Fault(
        "local columns of a file travel with the rest",
        _IMPORTING,
        "        (local if local_fields(edit) else shared).append(edit)\n",
        "        shared.append(edit)\n",
        ("tests/services/test_importing.py::test_local_columns_of_a_file_are_kept_here_only",),
    ),
    Fault(
        "a plan is applied to a register that moved on",
        _IMPORTING,
        "            if changes.last_change(db) != plan.position:\n",
        "            if changes.last_change(db) < plan.position:\n",
        ("tests/services/test_importing.py::test_a_plan_made_before_a_change_is_refused",),
    ),
    Fault(
        "the log takes an edit under a false id",
        _LOG,
        "            if content_id(body) != edit.id:\n",
        "            if not content_id(body):\n",
        LOG,
    ),
    Fault(
        "the log takes a delta under a false id",
        _LOG,
        "    if honest != delta.id:\n",
        "    if not honest:\n",
        LOG,
    ),
    Fault(
        "a retraction leaves the rows of its target as they were",
        _LOG,
        "    touched.update(dict.fromkeys(find_rows_of(db, find_delta_numbers(db, targets).values())))\n",
        "    find_delta_numbers(db, targets)\n",
        LOG,
    ),
    Fault(
        "a retraction that came first is forgotten when its target comes",
        _LOG,
        "    retracted = _is_retracted(db, delta)\n",
        "    retracted = False\n",
        LOG,
    ),
    Fault(
        "of several edits of a new row the last is taken for the only one",
        _LOG,
        "row in unheard and row not in touched and not retracted",
        "row in unheard and not retracted",
        LOG,
    ),
    Fault(
        "setting a retraction aside leaves the rows of its target as they were",
        _LOG,
        "    return find_rows_of(db, {*deltas, *(n for (n,) in retracted)})\n",
        "    return find_rows_of(db, deltas) if retracted is not None else set()\n",
        ("tests/store/test_edit_log.py",),
    ),
    Fault(
        "a file imported anew after its undoing stays set aside",
        _LOG,
        "        aside = _find_set_aside(db, {id: n for id, n in known.items() if id in take_back})\n",
        "        aside: dict[str, int] = {}\n",
        LOG,
    ),
    # -- undo ------------------------------------------------------------------------------------------
    Fault(
        "setting a file aside travels as a retraction",
        _UNDO,
        '({}, standing) if done.kind == "import" else _split(db, standing)',
        "_split(db, standing)",
        ("tests/store/test_undo.py",),
    ),
    Fault(
        "undo retracts what another office wrote",
        _UNDO,
        "        if nonce and by == office and not is_local",
        "        if nonce and not is_local",
        LOG,
    ),
    Fault(
        "undo names local deltas to others",
        _UNDO,
        "        if nonce and by == office and not is_local(edit_log.read_delta(db, number)):\n",
        "        if nonce and by == office:\n",
        LOG,
    ),
    Fault(
        "undoing an import leaves it in force",
        _UNDO,
        " | edit_log.set_aside(db, change, other)\n",
        "\n",
        LOG,
    ),
    Fault(
        "redo leaves aside what was set aside",
        _UNDO,
        " | edit_log.set_aside(db, change, aside, count_again=True)\n",
        "\n",
        LOG,
    ),
    Fault(
        "redo does again what still stands",
        _UNDO,
        "        again = [make_again(edit_log.read_delta(db, number)) for number in retracted]\n",
        "        again = [make_again(edit_log.read_delta(db, number)) for number in _find_standing(db, seq)]\n",
        LOG,
    ),
    # -- packets -----------------------------------------------------------------------------------------
    Fault(
        "a packet is acknowledged though the one before it never came",
        _SENDING,
        "        packet.to == office and (not packet.since or packets.is_acknowledged(db, packet.office, packet.since)),\n",
        "        packet.to == office,\n",
        EXCHANGE,
    ),
    Fault(
        "a packet we could not acknowledge is named all the same",
        _PACKETS,
        'packet_received WHERE partner = ? AND acknowledged "',
        'packet_received WHERE partner = ? "',
        EXCHANGE,
    ),
    Fault(
        "a packet carries our own work alone",
        _PACKETS,
        "SELECT d.n FROM delta d WHERE d.n > ? AND NOT EXISTS",
        "SELECT d.n FROM delta d WHERE d.n > ? AND d.office = '01' AND NOT EXISTS",
        EXCHANGE,
    ),
    Fault(
        "a packet begins one change too late",
        _PACKETS,
        "SELECT d.n FROM delta d WHERE d.n > ? AND NOT EXISTS",
        "SELECT d.n FROM delta d WHERE d.n > ? + 1 AND NOT EXISTS",
        EXCHANGE,
    ),
    Fault(
        "what is set aside here is not sent on",
        _PACKETS,
        "SELECT d.n FROM delta d WHERE d.n > ? AND NOT EXISTS",
        "SELECT d.n FROM delta d WHERE d.n > ? AND d.n NOT IN (SELECT delta FROM set_aside) AND NOT EXISTS",
        EXCHANGE,
    ),
    Fault(
        "local deltas are sent",
        _PACKETS,
        "[delta for n in numbers if not is_local(delta := edit_log.read_delta(db, n))]",
        "[edit_log.read_delta(db, n) for n in numbers]",
        EXCHANGE,
    ),
    Fault(
        "the best acknowledgement ever counts, not the last word",
        _PACKETS,
        'ORDER BY n DESC LIMIT 1",\n        (partner,),',
        'ORDER BY json_array_length(names) DESC LIMIT 1",\n        (partner,),',
        EXCHANGE,
    ),
    Fault(
        "a packet for another office is taken",
        _SENDING,
        "    if office not in (packet.to, packet.office):\n",
        "    if not office:\n",
        (*EXCHANGE[1:], *ANSWERS),
    ),
    Fault(
        "undoing a file takes back our own work in it, everywhere",
        _UNDO,
        '({}, standing) if done.kind == "import" else _split(db, standing)',
        "_split(db, standing)",
        EXCHANGE[2:],
    ),
    # -- answers -----------------------------------------------------------------------------------------
    Fault(
        "a cell like what was sent is an answer",
        _ANSWERS,
        "        if not sent.is_same(value, was.value):\n",
        '        if value != "":\n',
        ANSWERS,
    ),
    Fault(
        "an answer stands over what is here, not over what its author saw",
        _ANSWERS,
        "make_edit(row_id, {code: value}, {code: was.live}, packet=sent.packet)",
        "make_edit(row_id, {code: value}, packet=sent.packet)",
        ANSWERS,
    ),
    Fault(
        "the same answer again is news",
        _ANSWERS,
        "    fresh = [one for one in edits if one[2].id not in standing]\n",
        "    fresh = [one for one in edits if one[2].id]\n",
        ANSWERS,
    ),
    Fault(
        "a later return silently replaces an earlier one",
        _ANSWERS,
        "    if not replaces:\n        yield from edits\n        return\n",
        "",
        ANSWERS,
    ),
    Fault(
        "what the file says of itself wins over our record",
        "r57desk/services/sent.py",
        "and (reading.packed or not (packet or base_import)):",
        "and not reading.packed:",
        ANSWERS,
    ),
    Fault(
        "what happened to a row since counts as sent",
        "r57desk/services/sent.py",
        "if row not in touched]",
        "if row]",
        ("tests/services/test_sent.py",),
    ),
)
