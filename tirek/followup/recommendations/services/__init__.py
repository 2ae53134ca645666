"""Writing recommendations: drafts, the issue, other words, answers, verifications; loading missions."""

from tirek.followup.recommendations.services.arranging import each_recommendation, hand_over, move_due, pass_on, set_labels, set_theme
from tirek.followup.recommendations.services.bodies import answer_as_body, delegate, end_delegation
from tirek.followup.recommendations.services.drafts import draft_recommendation, drop_draft, edit_draft, translate_draft
from tirek.followup.recommendations.services.issued import issue, record_answer, supersede, verify, withdraw
from tirek.followup.recommendations.services.missions import load_missions
from tirek.followup.recommendations.services.repeats import link, unlink
from tirek.followup.recommendations.services.stretches import decide_stretch
from tirek.followup.recommendations.services.wordings import abandon, reword

__all__ = [
    "abandon", "answer_as_body", "decide_stretch", "delegate", "draft_recommendation", "drop_draft", "each_recommendation", "edit_draft", "end_delegation", "hand_over", "issue", "link", "load_missions", "move_due",
    "pass_on",    "record_answer", "reword", "set_labels", "set_theme", "supersede", "translate_draft", "unlink", "verify", "withdraw",
]  # fmt: skip
