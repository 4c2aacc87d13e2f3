#!/usr/bin/env python3
"""Compares the facts that were read from pages with the ones they hold.

usage: score.py GOLD.jsonl FACTS.jsonl [--misses]

Both files hold a page a line, {"file": ..., "facts": [{"relation", "text", "head", "start"}, ...]}; `start` counts code points, and a
gold page may end at "scope_end". Each fact that was read takes at most one gold fact of its relation:

  strict   the heads have the same words
  lenient  that, or at least half of the longer head's words are in both, and the two stand at the same place

Order, case, articles, "of", "and", "bone", "muscle" and a plural's "s" make no difference between words, and "n.", "a.", "lig.", "m." are
written out. What is read twice counts once. A gold fact that the page denies, doubts, grants to some people or says of another muscle need
not be found, and costs nothing when it is. The tables tell precision, recall and F1, of what is attached, supplied and related (anatomy) and
of what is moved (action), and lenient ones of each relation; --misses names each fact that was missed or is too many.
"""

import json
import re
import sys
from dataclasses import dataclass, field

KINDS = {"anatomy": None, "action": ("action", "joint_acted_on")}
MODES = ("strict", "lenient")
NO_DIFFERENCE = frozenset(("the", "a", "an", "of", "and", "bone", "muscle"))
WRITTEN_OUT = {"n": "nerve", "a": "artery", "aa": "artery", "lig": "ligament", "m": "muscle"}


@dataclass
class Count:
    """How many facts were found, of how many that were read and how many there are."""

    found: int = 0
    read: int = 0
    wanted: int = 0

    def add(self, other):
        self.found += other.found
        self.read += other.read
        self.wanted += other.wanted

    @property
    def precision(self):
        return self.found / self.read if self.read else 0.0

    @property
    def recall(self):
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self):
        return (f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  "
                f"({self.found} of {self.wanted} found, {self.read} read)")


@dataclass
class Score:
    by_kind: dict = field(default_factory=lambda: {(mode, kind): Count() for mode in MODES for kind in KINDS})
    by_relation: dict = field(default_factory=dict)  # lenient
    misses: list = field(default_factory=list)

    def print_kinds(self):
        for (mode, kind), count in self.by_kind.items():
            print(f"  {mode:9}{kind:16}{count}")

    def print(self):
        self.print_kinds()
        for relation, count in sorted(self.by_relation.items()):
            print(f"  {'':9}{relation:16}{count}")


def kind_of(fact):
    return "action" if fact["relation"] in KINDS["action"] else "anatomy"


def words_of(head):
    """The words that tell one head from another, sorted."""
    words = []
    for word in re.findall("[a-z0-9]+", head.lower()):
        word = WRITTEN_OUT.get(word, word)
        if word in NO_DIFFERENCE:
            continue
        plural = len(word) > 3 and word[-1] == "s" and word[-2:] not in ("us", "is", "ss")
        words.append(word[:-1] if plural else word)
    return tuple(sorted(words))


def key_of(fact):
    return fact["relation"], words_of(fact["head"])


def each_once(facts):
    first = {}
    for fact in facts:
        first.setdefault(key_of(fact), fact)
    return list(first.values())


def may_be_left_out(fact):
    return bool(fact.get("polarity") or fact.get("subject")) or fact.get("modality") in ("variant", "disputed")


def at_one_place(one, other):
    if one.get("start") is None or other.get("start") is None:
        texts = [fact["text"].strip().lower() for fact in (one, other)]
        return texts[0] in texts[1] or texts[1] in texts[0]
    return one["start"] < other["start"] + len(other["text"]) and other["start"] < one["start"] + len(one["text"])


def same(one, other, mode):
    if one["relation"] != other["relation"]:
        return False
    words = words_of(one["head"]), words_of(other["head"])
    if words[0] == words[1]:
        return True
    sets = set(words[0]), set(words[1])
    shared = len(sets[0] & sets[1])
    return mode == "lenient" and shared > 0 and 2 * shared >= max(map(len, sets)) and at_one_place(one, other)


def compare(gold, read, mode):
    """The facts of one kind on one page: (found, too many, missed). What was read and is neither found nor too many costs nothing."""
    wanted = each_once([fact for fact in gold if not may_be_left_out(fact)])
    spare = [fact for fact in gold if may_be_left_out(fact)]
    exact = {words_of(fact["head"]) for fact in wanted}
    missed, found, extra = list(wanted), [], []
    for fact in sorted(read, key=lambda one: words_of(one["head"]) not in exact):  # who fits exactly chooses first
        hit = next((one for one in missed if same(fact, one, mode)), None)
        if hit is not None:
            missed.remove(hit)
            found.append(hit)
        elif not any(same(fact, one, mode) for one in wanted + spare):
            extra.append(fact)
    return found, extra, missed


def score(gold_pages, pages):
    """Both: the name of a file -> its page."""
    result = Score()
    for name, gold in gold_pages.items():
        end = gold.get("scope_end")
        read = [fact for fact in pages.get(name, {}).get("facts", [])
                if end is None or fact.get("start") is None or fact["start"] < end]
        for mode, kind in result.by_kind:
            found, extra, missed = compare([fact for fact in gold["facts"] if kind_of(fact) == kind],
                                           [fact for fact in each_once(read) if kind_of(fact) == kind], mode)
            result.by_kind[mode, kind].add(Count(len(found), len(found) + len(extra), len(found) + len(missed)))
            if mode == "strict":
                continue
            for facts, count in ((found, Count(1, 1, 1)), (extra, Count(0, 1, 0)), (missed, Count(0, 0, 1))):
                for fact in facts:
                    result.by_relation.setdefault(fact["relation"], Count()).add(count)
            result.misses += [f"{name}: too many: {fact['relation']}: {fact['head']}" for fact in extra]
            result.misses += [f"{name}: missed: {fact['relation']}: {fact['head']}  <- {fact['text']!r}" for fact in missed]
    return result


def pages_of(lines):
    return {page["file"]: page for page in map(json.loads, lines)}


def main():
    paths = [word for word in sys.argv[1:] if word != "--misses"]
    if len(paths) != 2:
        sys.exit(__doc__)
    with open(paths[0], encoding="utf-8") as gold, open(paths[1], encoding="utf-8") as read:
        result = score(pages_of(gold), pages_of(read))
    if "--misses" in sys.argv:
        print("\n".join(result.misses))
    result.print()


if __name__ == "__main__":
    main()
