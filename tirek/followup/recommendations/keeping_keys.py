"""Making all keys anew, by which what may say the same is found, after other rules or another glossary came with a version. It knows no reader and no job.

The texts stay as they are; what is found of them by old keys would be another thing than what is found by new ones.
"""

import hashlib
from collections.abc import Callable

from django.db import transaction

from tirek.followup.recommendations.fingerprints import CHUNK, make_anew
from tirek.followup.recommendations.models import Recommendation, RepeatRules
from tirek.foundation.ledger.following import hold_acts
from tirek.foundation.search import words
from tirek.foundation.search.repeating import terms_of_the_field
from tirek.ground.rules.repeats import keys

Tell = Callable[[int, int], None]


def rules() -> str:
    """By which rules keys are made that are made today: those of keys and of stems, and the glossary's terms."""
    return hashlib.sha256(repr((keys.RULES, words.RULES, sorted(terms_of_the_field().items()))).encode()).hexdigest()[:40]


def keys_stand() -> bool:
    """Whether all keys are made by today's rules; in a house without issued recommendations they are, from now on."""
    if RepeatRules.objects.filter(pk=1, rules=rules()).exists():
        return True
    if Recommendation.objects.issued().exists():
        return False
    RepeatRules.objects.update_or_create(pk=1, defaults={"rules": rules()})
    return True


def rebuild_keys(tell: Tell = lambda done, total: None) -> int:
    """Makes the keys of all issued recommendations anew, while others go on writing; returns of how many. Killed, it is begun again: each batch is a transaction."""
    told, total, done, after = rules(), Recommendation.objects.issued().count(), 0, None
    while True:
        found = Recommendation.objects.issued().order_by("pk")
        ids = list((found.filter(pk__gt=after) if after else found).values_list("pk", flat=True)[:CHUNK])
        if not ids:
            break
        with transaction.atomic():
            hold_acts()
            make_anew(ids)
        after, done = ids[-1], done + len(ids)
        tell(done, max(done, total))
    RepeatRules.objects.update_or_create(pk=1, defaults={"rules": told})
    return done
