"""What the mark of a row is over. It holds no key."""

from hashlib import sha256
from uuid import UUID

from tirek.foundation.ledger.checkpoints import origin
from tirek.ground.rules.words import Words


def values_of(recommendation_id: UUID, text: Words) -> dict[str, object]:
    """What a row's mark is over: of which house which recommendation was asked, in which words. An answer to other words does not pass for one to these."""
    spoken = "\n".join(f"{code} {said}" for code, said in sorted(text.texts))
    return {"house": origin(), "recommendation": str(recommendation_id), "words": sha256(spoken.encode()).hexdigest()}
