"""Bringing the index up with each act, and making it anew. Nobody else writes it.

Acts and the making stand in line behind the ledger's head, so that what the index was told last is what stands.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from django.conf import settings
from django.db import transaction

from tirek.foundation.ledger.following import hold_acts
from tirek.foundation.search.entries import marks_of, number_of, says, vocabulary
from tirek.foundation.search.models import Entry, State, Variant
from tirek.foundation.search.near import variants
from tirek.foundation.search.sorts import Sort, Told, rules, sorts

REBUILD = "search.rebuild"
"""The kind of job that makes the index anew; the desk, which knows jobs too, registers it."""
BATCH = 200
MANY = 500
Tell = Callable[[int, int], None]


def bring_up(touched: Mapping[str, list[str]]) -> None:
    """Tells the index anew of every thing that an act concerns; called in the act's transaction. Cost: 2 queries a sort concerned, and 3 for what changed."""
    if not settings.TIREK_SEARCH_FOLLOWS:
        return
    changed: dict[str, list[str]] = {}
    for sort in sorts():
        keys = {str(key) for label, rows in touched.items() if label in sort.touched for key in sort.touched[label](rows)}
        keys |= {str(key) for other, of in sort.beside.items() if changed.get(other) for key in of(changed[other])}
        ordered = sorted(keys)
        for start in range(0, len(ordered), MANY):
            changed.setdefault(sort.name, []).extend(write(sort, ordered[start : start + MANY]))


def write(sort: Sort, keys: Collection[str], making: int = 0) -> set[str]:
    """Makes the index say of these things what their room tells now; returns those that it said otherwise of. `making`: it is being made anew."""
    told = {each.key: each for each in sort.told(keys)}
    held = {each.key: each for each in Entry.objects.filter(kind=sort.name, key__in=keys)}
    wanted = {key: (number_of(sort.name, each), marks_of(sort.letter, each)) for key, each in told.items()}
    changed = {key for key in keys if not (says(held[key].pk, held[key].marks, *wanted[key]) if key in held and key in wanted else key not in held and key not in wanted)}
    if changed:
        Entry.objects.filter(pk__in=[held[key].pk for key in changed if key in held]).delete()
        enter(sort, {key: wanted[key] for key in changed if key in wanted})
    learn((each for key, each in told.items() if making or key in changed), making)
    return changed


def enter(sort: Sort, wanted: Mapping[str, tuple[int, str]]) -> None:
    """New entries; of two with the same number the second takes the next free one."""
    taken = set(Entry.objects.filter(pk__in=[number for number, _marks in wanted.values()]).values_list("pk", flat=True))
    made = []
    for key, (drawn, marks) in wanted.items():
        number = drawn
        while number in taken or (number != drawn and Entry.objects.filter(pk=number).exists()):
            number += 1
        taken.add(number)
        made.append(Entry(id=number, kind=sort.name, key=key, marks=marks))
    Entry.objects.bulk_create(made)


def learn(told: Iterable[Told], making: int = 0) -> None:
    """The stems of what is told join the vocabulary; those that a making passes are marked as its own."""
    stems = vocabulary(told)
    new = stems - set(Variant.objects.filter(stem__in=stems, made__gte=making).values_list("stem", flat=True)) if stems else set()
    if not new:
        return
    if making:
        Variant.objects.filter(stem__in=new).delete()
    made = making or State.objects.filter(pk=1).values_list("making", flat=True).first() or 0
    Variant.objects.bulk_create([Variant(variant=each, stem=stem, made=made) for stem in sorted(new) for each in sorted(variants(stem))], ignore_conflicts=True)


def rebuild(tell: Tell = lambda done, total: None) -> int:
    """Makes the index say of everything what the rooms tell, while others go on writing; returns how many things it said otherwise of.

    Killed, it is begun again; what it did stands, and the index counts as whole only at the end. Each batch is a transaction.
    """
    with transaction.atomic():
        hold_acts()
        state = State.objects.get_or_create(pk=1)[0]
        state.making, state.rules = state.making + 1, ""
        state.save()
    total, done, changed = Entry.objects.count(), 0, 0
    for sort in sorts():
        after = ""
        while True:
            with transaction.atomic():
                hold_acts()
                keys = sort.keys(after, BATCH)
                changed += len(write(sort, keys, state.making))
            if not keys:
                break
            after, done = keys[-1], done + len(keys)
            tell(done, max(done, total))
    changed += forget_gone(state.making)
    return changed


def forget_gone(making: int) -> int:
    """Takes out entries whose thing is told of no more, and stems that no text holds; then the index is whole."""
    gone, last = 0, -1
    known = {sort.name: sort for sort in sorts()}
    while numbers := list(Entry.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:MANY]):
        last = numbers[-1]
        with transaction.atomic():
            hold_acts()
            for kind in set(Entry.objects.filter(pk__in=numbers).values_list("kind", flat=True)):
                keys = list(Entry.objects.filter(pk__in=numbers, kind=kind).values_list("key", flat=True))
                gone += len(write(known[kind], keys)) if kind in known else Entry.objects.filter(pk__in=numbers, kind=kind).delete()[0]
    with transaction.atomic():
        hold_acts()
        Variant.objects.filter(made__lt=making).delete()
        State.objects.filter(pk=1, making=making).update(rules=rules())
    return gone


def begin_whole() -> bool:
    """In a house without a single thing to tell of, the empty index is whole; returns whether it is such a house."""
    if any(sort.keys("", 1) for sort in sorts()):
        return False
    State.objects.update_or_create(pk=1, defaults={"rules": rules()})
    return True
