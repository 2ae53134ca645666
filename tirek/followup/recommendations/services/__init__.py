"""Writing recommendations: drafts, the issue, other words, answers, verifications; loading missions."""

from tirek.followup.recommendations.services.drafts import draft_recommendation, drop_draft, edit_draft, translate_draft
from tirek.followup.recommendations.services.issued import issue, record_answer, supersede, verify, withdraw
from tirek.followup.recommendations.services.missions import load_missions
from tirek.followup.recommendations.services.stretches import decide_stretch
from tirek.followup.recommendations.services.wordings import abandon, reword

__all__ = [
    "abandon", "decide_stretch", "draft_recommendation", "drop_draft", "edit_draft", "issue", "load_missions", "record_answer", "reword", "supersede", "translate_draft",
    "verify", "withdraw",
]  # fmt: skip
