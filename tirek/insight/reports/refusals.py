"""What may be refused about reports: one exception a thing, each with what to do next."""

from tirek.ground.rules.refusals import NotAllowed, Refusal


class NotNow(NotAllowed):
    """A page whose verb the person cannot do in the report's present state."""

    code = "report-not-now"
    message = "This cannot be done with the report as it stands, or your role does not allow it. Open the report to see what can be done now."


class VisitNotConcluded(Refusal):
    """A report before the visit has ended."""

    code = "report-visit-not-concluded"
    message = "The visit has not ended. End it first, then draft its report."


class ReportExists(Refusal):
    """One report a visit."""

    code = "report-exists"
    message = "This visit has a report already. Open it; an issued report is changed by a correction."


class ReportChanged(Refusal):
    """Somebody else saved first."""

    code = "report-changed"
    message = "Somebody else has changed this report while you were writing. Your text is still in the form: compare it with the new one and save again."


class TranslatedAlready(Refusal):
    """A text is said to be written in a language into which it is translated."""

    code = "translated-already"
    message = (
        "You chose a language in which a translation stands below. If the text was written in that language, empty that translation first; "
        "else choose the language in which it was written."
    )


class ReportTextTooLong(Refusal):
    """A text beyond what one part of a report can be."""

    code = "report-text-too-long"
    message = "This text has %(length)s characters; at most %(limit)s fit. Shorten it. Nothing was saved."


class SummaryNeeded(Refusal):
    """A report without a summary."""

    code = "report-summary-needed"
    message = "Write the summary, in at least one language, before the report goes to review."


class RestsOnNothing(Refusal):
    """A draft recommendation whose findings the report does not print, or that were taken back."""

    code = "report-rests-on-nothing"
    message = "Recommendation %(number)s rests on no finding of this report. Choose another finding for it, or drop it."


class NotInBothLanguages(Refusal):
    """A recommendation that lacks a language in which the report is printed."""

    code = "report-not-in-both-languages"
    message = "A recommendation binds in both languages of the report. These are not translated yet: %(which)s. Translate them first."


class ReportReasonNeeded(Refusal):
    """A decision needs its reason in words."""

    code = "report-reason-needed"
    message = "Give the reason in words: others will read it later."


class HitsUndecided(Refusal):
    """Passages that could name a person wait for a decision."""

    code = "report-hits-undecided"
    message = "Passages that could name a person still wait for a decision: %(count)s. Keep each with a reason, make it more general, or take it out."


class HitNotThere(Refusal):
    """The passage that was decided is not in the text any more."""

    code = "report-hit-gone"
    message = "This passage is no longer in the report. Look at the report again."


class DecisionUnknown(Refusal):
    """A decision that is not in the list."""

    code = "report-decision-unknown"
    message = "“%(what)s” is not one of the decisions. Choose one of the list."


class ReviewedTextChanged(Refusal):
    """What is approved is not what the reviewer was shown."""

    code = "report-reviewed-text-changed"
    message = "The report has changed since you opened this page, and it is not approved. Its text as it is now stands on the page: read it, then approve it or return it to draft."


class OthersWords(Refusal):
    """Words that stand under one person's name, changed by another."""

    code = "report-others-words"
    message = "These words stand under one person’s name; only who wrote them may change them or take them out. Keep the passage with a reason, or ask that person to decide."


class OwnReview(Refusal):
    """Who submitted a report does not review it."""

    code = "report-own-review"
    message = "You submitted this report yourself. Ask a colleague of the secretariat or the head to review it."


class NotASignatory(Refusal):
    """Somebody who does not sign this report."""

    code = "report-not-signatory"
    message = "Only the leader, members and doctors of the delegation sign this report."


class AlreadySigned(Refusal):
    """A signature that is there already."""

    code = "report-already-signed"
    message = "This signature is recorded already."


class CauseUnknown(Refusal):
    """A cause of a missing signature that is not in the list."""

    code = "report-cause-unknown"
    message = "No missing signature has the cause “%(what)s”. Choose one of the list."


class ApproverAttaches(Refusal):
    """The one who approved the text brings the signature of another under it."""

    code = "report-approver-attaches"
    message = "You approved this text, so you alone do not also bring the signature of %(name)s under it. Have the leader of the delegation or somebody else of the head and the secretariat attach the sheet."


class SheetAttached(Refusal):
    """A signed sheet or signature file in the place of one that is there already."""

    code = "report-sheet-attached"
    message = "A signed sheet is attached to this signature already and is not replaced. If it is the wrong one, return the report to draft: its signatures become void, and the new text is signed again."


class OtherText(Refusal):
    """What is signed is not what was read."""

    code = "report-other-text"
    message = "The text has changed since you opened the page. Read it again, then sign."


class RowsChanged(Refusal):
    """Findings or recommendations are not any more what the frozen text says."""

    code = "report-rows-changed"
    message = "Findings, recommendations or other records of the visit were changed after the text was approved. Return the report to draft and have it reviewed again."


class SignaturesOpen(Refusal):
    """Signatures are still awaited."""

    code = "report-signatures-open"
    message = "Signatures are still awaited: %(count)s. Wait for them, attach a signed sheet, or, after the term, record why a signature is missing."


class NobodySigned(Refusal):
    """A report that nobody has signed."""

    code = "report-nobody-signed"
    message = "Nobody has signed this report. At least one signature is needed before it is issued."


class TermRuns(Refusal):
    """The term for signatures is not over."""

    code = "report-term-runs"
    message = "The term for signatures ends on %(due)s. Only after that day a signature can be recorded as missing."


class ApprovalDate(Refusal):
    """A text laid for signature before the end of the visit or in the future."""

    code = "report-approval-date"
    message = "This date cannot be: it lies in the future or before the end of the visit. Check the signed sheet."


class SignatureDate(Refusal):
    """A signature or an opinion dated before the text was laid for signature or in the future."""

    code = "report-signature-date"
    message = "This date cannot be: it lies in the future or before the day on which the text was laid for signature. Check the signed sheet."


class IssueDate(Refusal):
    """An issue dated before its signatures or in the future."""

    code = "report-issue-date"
    message = "A report is issued neither in the future nor before its last signature of %(last)s. Change the date."


class DissentExists(Refusal):
    """One dissenting opinion a member."""

    code = "report-dissent-exists"
    message = "Your dissenting opinion is attached already. Take it back before you give another one."


class OpinionNeeded(Refusal):
    """A dissenting opinion without a text."""

    code = "report-opinion-needed"
    message = "Write your opinion, in at least one language."


class ChangesNeeded(Refusal):
    """A correction that does not say what it changes."""

    code = "report-changes-needed"
    message = "Write what this version changes, in at least one language: it is printed on its first page."


class NothingToAbandon(Refusal):
    """A first version that somebody wants to abandon."""

    code = "report-nothing-to-abandon"
    message = "Only a correction can be abandoned: the issued report then holds as before. A first report stays a draft until it is handed in."


class Abandoned(Refusal):
    """The text of an abandoned correction."""

    code = "report-abandoned"
    message = "This correction was abandoned and is not printed. The issued version of the report holds."


class NotACorrection(Refusal):
    """Another wording of a finding in a first version."""

    code = "report-not-a-correction"
    message = "Only a correction prints a finding in other words. Before the issue, edit the finding itself."


class HandedIn(Refusal):
    """What the text under review or for signature was made from."""

    code = "report-handed-in"
    message = "The report of this visit is handed in, so this does not change now. Have the report returned to draft first."


class CopyStands(Refusal):
    """A second public edition under preparation."""

    code = "public-copy-stands"
    message = "A public edition of this version is being prepared already. Open it and go on there."


class CopyNotOpen(Refusal):
    """A change to what is handed in, published or dropped."""

    code = "public-copy-not-open"
    message = "This public edition is not being prepared any more, so nothing changes in it. Have it returned, or begin another one."


class NotIssuedNow(Refusal):
    """A public edition of a version that does not hold."""

    code = "public-copy-not-issued"
    message = "Only the version that holds now is published: this one is not issued, or a correction took its place. Prepare the public edition of the issued version."


class WordsNotFound(Refusal):
    """Nothing of the report says this."""

    code = "public-words-not-found"
    message = "These words stand nowhere in the report, whatever their ending. Check how they are written there. Nothing was marked."


class GroundUnknown(Refusal):
    """A ground that is not in the list."""

    code = "public-ground-unknown"
    message = "“%(what)s” is not one of the grounds for which something is redacted. Choose one of the list."


class SendingNotRecorded(Refusal):
    """A report that its addressee has not got."""

    code = "public-not-sent"
    message = "Record first on which day the report was sent to whom it is for. A report is not published before its addressee has it."


class RequestNotRecorded(Refusal):
    """A report made with the Subcommittee without the state's request."""

    code = "public-no-request"
    message = (
        "The visit was made together with the Subcommittee on Prevention. Record first the state’s request for publication with its day and letter "
        "(Optional Protocol, article 16, paragraph 2)."
    )


class SendingDate(Refusal):
    """A sending before the issue or in the future."""

    code = "public-sending-date"
    message = "This date cannot be: it lies in the future or before the day on which the report was issued. Check the letter."


class OwnRedaction(Refusal):
    """Who prepared publishes."""

    code = "public-own-redaction"
    message = "You took part in preparing this public edition. Somebody else of the head and the secretariat looks at it and publishes it."


class CopyChanged(Refusal):
    """What is published is not what was shown."""

    code = "public-copy-changed"
    message = "The public edition has changed since you opened this page, and nothing was done. It stands on the page as it is now: look through it, then decide."
