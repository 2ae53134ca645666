"""What may be refused about bundles: one exception a thing, each with what to do next. None tells somebody without the right that there is a bundle."""

from tirek.ground.rules.refusals import Refusal


class PeriodTurned(Refusal):
    """A period that ends before it begins."""

    code = "bundle-period"
    message = "The last day is before the first day. Change one of them."


class NothingChosen(Refusal):
    """A bundle of nothing."""

    code = "bundle-nothing-chosen"
    message = "Choose at least one thing that goes into the bundle: reports, recommendations or letters."


class KeyUnfit(Refusal):
    """A key to which nothing can be sealed: one sentence for each reason."""

    code = "bundle-key"
    message = "“%(told)s” is no public key of age, or a sign in it is wrong. Such a key begins with age1 and has 62 signs. Ask the delegation to send it again."


class NoKey(KeyUnfit):
    """No key was given."""

    code = "bundle-no-key"
    message = "Paste at least one public key of the delegation. It begins with age1."


class SecretKeyGiven(KeyUnfit):
    """A secret key was pasted."""

    code = "bundle-secret-key"
    message = "This is a secret key. It was not kept. Tell the delegation that it is no longer secret, and ask for a new public key, which begins with age1."


class KeyOfOtherKind(KeyUnfit):
    """A key of SSH, PGP, a plugin, or a post-quantum one."""

    code = "bundle-key-of-other-kind"
    message = "“%(told)s” is a key of another kind, which not every reader opens. Ask the delegation for a key made with age-keygen; it begins with age1."


class KeyTwice(KeyUnfit):
    """One key stands there twice."""

    code = "bundle-key-twice"
    message = "The key %(told)s stands there twice. Take one of them away."


class TooManyKeys(KeyUnfit):
    """More keys than one file is sealed to."""

    code = "bundle-many-keys"
    message = "%(told)s keys are more than one bundle is sealed to. Ten at most; make a second bundle for the others."


KEY_REFUSALS: dict[str, type[KeyUnfit]] = {
    "none": NoKey, "secret": SecretKeyGiven, "other_kind": KeyOfOtherKind, "damaged": KeyUnfit, "twice": KeyTwice, "too_many": TooManyKeys,
}  # fmt: skip


class TooMuch(Refusal):
    """More bytes than one bundle holds; of other things a class of its own."""

    code = "bundle-too-much"
    message = "%(found)s MB of files are more than one bundle holds (%(most)s). Choose a shorter period or fewer places, and make several bundles."


class TooManyReports(TooMuch):
    """More reports."""

    code = "bundle-many-reports"
    message = "%(found)s reports are more than one bundle holds (%(most)s). Choose a shorter period or fewer places, and make several bundles."


class TooManyRecommendations(TooMuch):
    """More recommendations."""

    code = "bundle-many-recommendations"
    message = "More than %(most)s recommendations fall into this period: one bundle does not hold them. Choose a shorter period or fewer places, and make several bundles."


class TooManyLetters(TooMuch):
    """More letters."""

    code = "bundle-many-letters"
    message = "More than %(most)s letters fall into this period: one bundle does not hold them. Choose a shorter period, and make several bundles."


class NothingFound(Refusal):
    """Nothing of what was chosen was issued in the period."""

    code = "bundle-nothing-found"
    message = "Nothing of what was chosen falls into this period at these places. Choose a longer period or other places."


class NotConfirmed(Refusal):
    """Keys or passages were not confirmed."""

    code = "bundle-not-confirmed"
    message = "Compare the fingerprints of the keys and look at the passages that could name a person, and confirm both."


class SealingNow(Refusal):
    """A bundle that a job is sealing."""

    code = "bundle-sealing-now"
    message = "The bundle is being sealed. Wait until that has ended: it shows it again by itself where something changed meanwhile."


class NotReady(Refusal):
    """A bundle that is not at that point."""

    code = "bundle-not-ready"
    message = "The bundle is not at this point, or is there already. Look at its page again."


class ContentChanged(Refusal):
    """Something that goes in is otherwise than it was shown."""

    code = "bundle-content-changed"
    message = "Something that goes into the bundle changed since it was shown. Look at it again and confirm what goes in now."
