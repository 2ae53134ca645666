"""What may be refused about a text that is to be checked, about what the public files, and about editions: each with what to do next."""

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import NotFound, Refusal


class TooManyFigures(Refusal):
    """A text whose figures and checks would make a page that no browser shows."""

    code = "check-too-many-figures"
    message = _("This text holds more than %(limit)s figures or checks; a page cannot show them. Divide it and give the parts one by one.")


class OwnRecordsClosed(Refusal):
    """Figures from the mechanism's own records where no lawyer has ticked every point."""

    code = "own-records-closed"
    message = _("Figures from the mechanism’s own records are not published in this country yet. A lawyer has to confirm each point of the list first.")


class FormTooOld(Refusal):
    """A form that was open for more than a day, or that this house did not make."""

    code = "filing-form-too-old"
    message = _("This form was open for more than a day, so nothing was sent. What you typed is still here: send it again.")


class SentAlready(Refusal):
    """A form sent a second time with other words."""

    code = "filing-sent-already"
    message = _("This form was sent already, with other words. Open the page anew to send another text.")


class SameWaits(Refusal):
    """The very same text about the same thing, waiting."""

    code = "filing-same-waits"
    message = _("A text with exactly these words about this page was sent before and waits to be looked at. It need not be sent twice.")


class TooManyWait(Refusal):
    """More waits than people can look at."""

    code = "filing-too-many-wait"
    message = _("More texts wait to be looked at than people can read now, so yours was not taken. Try again tomorrow, or send it to the mechanism by letter.")


class TextEmpty(Refusal):
    """Nothing was written."""

    code = "filing-text-empty"
    message = _("There is no text. Write it in at least one language.")


class WordsTooLong(Refusal):
    """A text, an office's name or a contact longer than it may be."""

    code = "filing-too-long"
    message = _("One of the texts is longer than %(limit)s characters. Shorten it.")


class ContactMissing(Refusal):
    """A reply whose writer could not be asked whether it is theirs."""

    code = "filing-contact-missing"
    message = _("Say where you can be reached in office: without it nobody can make sure that the reply is yours, and it cannot be shown.")


class OfficeMissing(Refusal):
    """A reply of nobody."""

    code = "filing-office-missing"
    message = _("Say who speaks: the name of the body, organisation or office, as it is to stand beside the reply.")


class CodeUnknown(Refusal):
    """A kind of speaker, a way, a reason or an outcome that is not in the list."""

    code = "voice-code-unknown"
    message = _("“%(given)s” is not in the list. Choose one that the list has.")


class DecidedAlready(Refusal):
    """Two people decide about one thing."""

    code = "voice-decided-already"
    message = _("Somebody decided about this already. Open the page again and read what was decided.")


class WordsMissing(Refusal):
    """A decision without the words that it needs."""

    code = "voice-words-missing"
    message = _("Say in a few words how or why, so that others can follow it.")


class AskedAhead(Refusal):
    """A letter of the future."""

    code = "voice-asked-ahead"
    message = _("The letter is dated %(given)s, which is in the future. Correct the date.")


class AskedOfAnother(Refusal):
    """A reply said to answer a request about another page."""

    code = "voice-asked-of-another"
    message = _("That request for a reply is about another page, or was taken back. Choose one of this page.")


class NotShown(Refusal):
    """A reply that is not shown, or not any more, is to be taken back."""

    code = "reply-not-shown"
    message = _("This reply is not shown, so there is nothing to take back. Open its page again and read what was decided.")


class NothingChanged(Refusal):
    """A correction that changes nothing."""

    code = "edition-nothing-changed"
    message = _("Nothing differs from the newest edition, so there is nothing to publish. Decide about the figures first.")


class ChangedMeanwhile(Refusal):
    """What would be published is not what was shown."""

    code = "edition-changed-meanwhile"
    message = _("What would be published changed while you looked at it. Look at the differences again, then publish.")


class PublishedMeanwhile(Refusal):
    """Two people publish one thing at the same moment, each the same version of it."""

    code = "edition-published-meanwhile"
    message = _("Somebody else published this at the same moment, so nothing was published for you. Open the page again and look at what stands there now.")


class EditionWithheld(NotFound):
    """An earlier edition that the public is not given any more: a road that does not know of it answers as if there were none.

    Its parameters hold what everybody may read: `number`, `since`, `day` (the same in words) and `note`.
    """

    code = "edition-withheld"
    message = _("Edition %(number)s is withheld since %(day)s. Read the newest edition.")


class NewestStands(Refusal):
    """The newest edition is to be withheld."""

    code = "edition-newest-stands"
    message = _("Edition %(number)s is the newest and cannot be withheld. Publish a corrected edition first; then this one can be withheld.")


class WithheldAlready(Refusal):
    """Two people withhold one edition."""

    code = "edition-withheld-already"
    message = _("Edition %(number)s is withheld already. Open the page again and read since when and why.")


class NotWithheld(Refusal):
    """An edition that is not withheld, or not any more, is to be given back."""

    code = "edition-not-withheld"
    message = _("Edition %(number)s is not withheld. Open the page again and read what was decided.")


class PassageNotThere(Refusal):
    """Words to be taken out that stand nowhere in the newest edition."""

    code = "edition-passage-not-there"
    message = _("These words do not stand in the newest edition of the document. Copy them from its page as they stand there.")


class SameAsPublished(Refusal):
    """A public edition that says nothing else than the one published before."""

    code = "publication-same"
    message = _("This says, to the letter, what is published already, so there is nothing to publish. Drop it, or change what is redacted.")
