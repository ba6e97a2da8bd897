"""Decides whose each verified file is, and keeps what is new in it; inside one transaction.

A person is known by staff number, else by the id their installation gave them, and never by name:
two people of one name stay two. The first key of a person is taken as theirs; a further one waits
until somebody has decided about it. What a file holds is only ever added: a completion is for good.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from tiapp.supervision.completion_reading import read_bytes
from tiapp.supervision.refusals import Outcome as FileOutcome
from tiapp.supervision.refusals import Refused, refused
from tiapp.supervision.team import tables as t
from tiapp.supervision.team import words
from tiapp.supervision.team.candidates import Candidate
from tiapp.supervision.team.identity import Whose, removal_mark
from tiapp.supervision.team.model import Reject
from tiapp.supervision.team.one_person import join
from tiapp.supervision.team.store import insert_many, insert_new

_ROWS_AT_ONCE = 20_000


@dataclass(slots=True)
class _Somebody:
    """A person while files are being taken in."""

    id: int
    number_key: str | None
    number: str
    name: str
    team: str
    site: str
    on_list: bool
    keys: dict[str, list[Any]] = field(default_factory=dict)
    """Standing and counter by key."""
    is_new: bool = False
    changed: bool = False

    def has_known_key(self) -> bool:
        """Whether one of theirs is settled already."""
        return any(standing == "known" for standing, _ in self.keys.values())


class Receiving:
    """Keeps candidates. What became of them is in the counts."""

    def __init__(self, today: date, name_of: Callable[[str], str]) -> None:
        """`name_of` says how a file is called on screen."""
        self._today = today
        self._name_of = name_of
        self.taken = self.unchanged = self.waiting = self.refused_key = 0
        self.completions = self.people = self.past_keeping = 0
        self.rejects: list[Reject] = []

    def keep(self, connection: Connection, candidates: Sequence[Candidate]) -> None:
        """Take them all in, oldest first, whatever their files are called."""
        self._c = connection
        self._load()
        self._settle_taught(candidates)
        for candidate in sorted(candidates, key=lambda c: (c.written, c.counter, c.file)):
            self._take(candidate)
        self._flush()

    # --- What the store holds now: others may have written since the import began ----------

    def _load(self) -> None:
        c, p = self._c, t.PersonRow
        self._by_id = {
            row.id: _Somebody(row.id, row.number_key, row.staff_number, row.name, row.team,
                              row.site, row.on_list)
            for row in c.execute(
                select(p.id, p.number_key, p.staff_number, p.name, p.team, p.site, p.on_list)
            )
        }  # fmt: skip
        self._by_number = {s.number_key: s for s in self._by_id.values() if s.number_key}
        self._next_id = max(self._by_id, default=0) + 1
        self._by_sender = {
            sender: self._by_id[person]
            for sender, person in c.execute(select(t.SenderRow.sender, t.SenderRow.person_id))
        }
        k = t.KeyRow
        for person, key, standing, counter in c.execute(
            select(k.person_id, k.public_key, k.standing, k.counter)
        ):
            self._by_id[person].keys[key] = [standing, counter]
        self._received = set(c.scalars(select(t.ReceivedRow.digest)))
        self._waiting = set(c.scalars(select(t.WaitingRow.digest)))
        self._removed = set(c.scalars(select(t.RemovedRow.digest)))
        since = c.scalars(select(t.ChoiceRow.value).where(t.ChoiceRow.name == "keep_since")).first()
        self._keep_since = since or ""
        self._new_keys: dict[tuple[int, str], tuple[Any, ...]] = {}
        self._counters: dict[tuple[int, str], int] = {}
        self._new_senders: list[tuple[Any, ...]] = []
        self._new_received: list[tuple[Any, ...]] = []
        self._rows: list[tuple[Any, ...]] = []

    def _settle_taught(self, candidates: Sequence[Candidate]) -> None:
        """Real numbers for modules that were new when the import began."""
        row = t.TaughtRow
        there = {
            (r.module_id, r.version, r.level, r.title): r.id for r in self._c.execute(select(row))
        }
        number = max(there.values(), default=0)
        self._taught: dict[int, int] = {}
        new: list[tuple[Any, ...]] = []
        seen: set[int] = set()
        for candidate in candidates:
            if id(candidate.taught) in seen:
                continue
            seen.add(id(candidate.taught))
            for as_it_was, provisional in candidate.taught.items():
                if as_it_was not in there:
                    number += 1
                    there[as_it_was] = number
                    new.append((number, *as_it_was))
                self._taught[provisional] = there[as_it_was]
        insert_many(self._c, insert(row), new)

    # --- One file ------------------------------------------------------------------------------

    def _take(self, candidate: Candidate) -> None:
        if candidate.digest in self._received:
            self.unchanged += 1
            return
        if candidate.digest in self._waiting:
            self.waiting += 1
            return
        if self._removed and self._removed & {removal_mark(m) for m in candidate.whose.marks()}:
            self.rejects.append(words.removed(self._name_of(candidate.file)))
            return
        somebody = self._whose(candidate)
        key = somebody.keys.get(candidate.key)
        if key is None and not somebody.has_known_key():
            key = self._new_key(somebody, candidate, "known")
        if key is None:
            self._ask(somebody, candidate)
        elif key[0] == "waiting":
            if self._put_by(somebody, candidate):
                self.waiting += 1
        elif key[0] == "refused":
            self.refused_key += 1
        else:
            self._take_from(somebody, candidate, key)

    def _whose(self, candidate: Candidate) -> _Somebody:
        whose = candidate.whose
        sender = self._by_sender.get(whose.sender)
        if whose.number_key is None:
            return sender or self._somebody_new(whose)
        numbered = self._by_number.get(whose.number_key)
        if numbered is not None:
            return numbered
        if sender is not None and sender.number_key is None and candidate.key in sender.keys:
            # they have filled in their number since
            sender.number_key, sender.number = whose.number_key, whose.number
            sender.changed = True
            self._by_number[whose.number_key] = sender
            return sender
        return self._somebody_new(whose)

    def _somebody_new(self, whose: Whose) -> _Somebody:
        made = _Somebody(
            self._next_id, whose.number_key, whose.number, whose.name, whose.team, whose.site,
            on_list=False, is_new=True,
        )  # fmt: skip
        self._next_id += 1
        self._by_id[made.id] = made
        if made.number_key:
            self._by_number[made.number_key] = made
        self._settle_sender(whose, made)
        self.people += 1
        return made

    def _settle_sender(self, whose: Whose, somebody: _Somebody) -> None:
        if whose.sender not in self._by_sender:
            self._by_sender[whose.sender] = somebody
            self._new_senders.append((whose.sender, somebody.id))

    def _new_key(self, somebody: _Somebody, candidate: Candidate, standing: str) -> list[Any]:
        key = somebody.keys[candidate.key] = [standing, 0]
        self._new_keys[somebody.id, candidate.key] = (
            somebody.id,
            candidate.key,
            candidate.installation,
            standing,
            self._today.isoformat(),
            0,
        )
        return key

    def _ask(self, somebody: _Somebody, candidate: Candidate) -> None:
        """A key that is new: the file waits, and it is said once."""
        self._new_key(somebody, candidate, "waiting")
        if self._put_by(somebody, candidate):
            file = self._name_of(candidate.file)
            self.rejects.append(words.new_key(file, somebody.name, candidate.installation))

    def _put_by(self, somebody: _Somebody, candidate: Candidate) -> bool:
        """Keep the file itself until its key is decided about."""
        data = read_bytes(candidate.file)
        if isinstance(data, Refused) or sha256(data).digest() != candidate.digest:
            gone = refused(FileOutcome.DAMAGED, "unreachable")
            self.rejects.append(words.of_refusal(self._name_of(candidate.file), gone))
            return False
        self._flush_people()
        self._waiting.add(candidate.digest)
        insert_many(
            self._c,
            insert(t.WaitingRow),
            [(candidate.digest, somebody.id, candidate.key, data)],
        )
        return True

    def _take_from(self, somebody: _Somebody, candidate: Candidate, key: list[Any]) -> None:
        since, taught = self._keep_since, self._taught
        rows = [
            (somebody.id, record, taught[what], day)
            for record, what, day in candidate.completions
            if day >= since
        ]
        self.past_keeping += len(candidate.completions) - len(rows)
        if candidate.counter <= key[1]:
            self._flush()
            new = insert_many(self._c, insert_new(self._c, t.CompletionRow), rows)
            if not new:
                name = self._name_of(candidate.file)
                same = candidate.counter == key[1]
                self.rejects.append(words.duplicate(name, "") if same else words.older(name))
                return
            self.completions += new
        else:
            self._rows += rows
            key[1] = self._counters[somebody.id, candidate.key] = candidate.counter
            self._update(somebody, candidate.whose)
        self._settle_sender(candidate.whose, somebody)
        self._bring_together(somebody, candidate)
        self._received.add(candidate.digest)
        self._new_received.append((candidate.digest, somebody.id))
        self.taken += 1
        if len(self._rows) >= _ROWS_AT_ONCE:
            self._flush()

    def _update(self, somebody: _Somebody, whose: Whose) -> None:
        if somebody.on_list or somebody.is_new:
            if somebody.is_new and not somebody.on_list:
                somebody.name, somebody.team, somebody.site = whose.name, whose.team, whose.site
            return
        now = (whose.name or somebody.name, whose.team, whose.site)
        if now != (somebody.name, somebody.team, somebody.site):
            somebody.name, somebody.team, somebody.site = now
            somebody.changed = True

    def _bring_together(self, somebody: _Somebody, candidate: Candidate) -> None:
        """What the same installation sent before it knew the number belongs to the same person."""
        before = self._by_sender.get(candidate.whose.sender)
        if before is None or before is somebody or before.number_key is not None or before.on_list:
            return
        if before.keys.get(candidate.key, ("",))[0] == "known":
            self._flush()
            join(self._c, before.id, somebody.id)
            for key, facts in before.keys.items():
                somebody.keys.setdefault(key, facts)
            for sender, person in self._by_sender.items():
                if person is before:
                    self._by_sender[sender] = somebody
            del self._by_id[before.id]

    # --- Writing -----------------------------------------------------------------------------

    def _flush_people(self) -> None:
        """People, their keys and senders, before anything that points at them."""
        c, people = self._c, list(self._by_id.values())
        insert_many(
            c,
            insert(t.PersonRow),
            [
                (s.id, s.number_key, s.number, s.name, s.team, s.site, False, "", None, None)
                for s in people
                if s.is_new
            ],
        )
        changed = [s for s in people if s.changed and not s.is_new]
        if changed:
            c.execute(
                update(t.PersonRow).where(t.PersonRow.id == bindparam("who")),
                [
                    {
                        "who": s.id,
                        "number_key": s.number_key,
                        "staff_number": s.number,
                        "name": s.name,
                        "team": s.team,
                        "site": s.site,
                    }
                    for s in changed
                ],
            )
        for somebody in people:
            somebody.is_new = somebody.changed = False
        insert_many(c, insert(t.SenderRow), self._new_senders)
        self._new_senders.clear()
        insert_many(c, insert(t.KeyRow), list(self._new_keys.values()))
        self._new_keys.clear()
        if self._counters:
            c.execute(
                update(t.KeyRow).where(
                    t.KeyRow.person_id == bindparam("who"), t.KeyRow.public_key == bindparam("key")
                ),
                [
                    {"who": who, "key": key, "counter": counter}
                    for (who, key), counter in self._counters.items()
                ],
            )
            self._counters.clear()

    def _flush(self) -> None:
        self._flush_people()
        self.completions += insert_many(self._c, insert_new(self._c, t.CompletionRow), self._rows)
        self._rows.clear()
        insert_many(self._c, insert(t.ReceivedRow), self._new_received)
        self._new_received.clear()
