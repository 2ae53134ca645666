"""What may be refused about recommendations: one exception a thing."""

from tirek.ground.rules.refusals import Refusal


class BasisNeeded(Refusal):
    """A recommendation rests on findings."""

    code = "basis-needed"
    message = "A recommendation rests on at least one finding of the same visit. Choose one."


class RecommendationTextNeeded(Refusal):
    """No text."""

    code = "recommendation-text"
    message = "Write what is recommended, in at least one language."


class RecommendationTooLong(Refusal):
    """Longer than one recommendation can be."""

    code = "recommendation-long"
    message = "This text has %(length)s characters; at most %(limit)s fit. Divide it into several recommendations. Nothing was saved."


class NoAddressee(Refusal):
    """An addressee that the pack does not know."""

    code = "addressee-unknown"
    message = "“%(code)s” is not an authority of this country. Choose one of the list."


class Frozen(Refusal):
    """Issued text does not change."""

    code = "recommendation-frozen"
    message = "An issued recommendation does not change. Record an answer or a verification, or repeat it in a later report."


class DateAhead(Refusal):
    """A date in the future, or an answer before the issue."""

    code = "date-impossible"
    message = "This date cannot be: it lies in the future or before the recommendation was issued. Check the letter."


class EvidenceNeeded(Refusal):
    """A verification says what was seen."""

    code = "evidence-needed"
    message = "Write what was seen or read: a verification without evidence cannot be relied on."


class RecommendationChanged(Refusal):
    """Somebody else saved first."""

    code = "recommendation-changed"
    message = "Somebody else has changed this recommendation while you were writing. Your text is still in the form: compare and save again."


class UnknownChoice(Refusal):
    """A code that is not in the list."""

    code = "choice-unknown"
    message = "“%(what)s” is not one of the choices. Choose one of the list."
