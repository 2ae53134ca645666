"""Writing about international bodies: missions and reviews, reports and their steps, readers, recommendations, links."""

from tirek.followup.international.services.calendar import close_due, enter_due
from tirek.followup.international.services.contacts import end_contact_reader, enter_contact, name_contact_reader
from tirek.followup.international.services.documents import bring_document, bring_paragraphs
from tirek.followup.international.services.links import end_link, link_earlier, link_finding, link_national
from tirek.followup.international.services.loading import take_over_missions
from tirek.followup.international.services.mending import mend_contact, mend_due, mend_report, mend_review, mend_step
from tirek.followup.international.services.paragraphs import amend_paragraph, enter_paragraph, remove_paragraph
from tirek.followup.international.services.readers import end_reader, name_reader
from tirek.followup.international.services.reports import enter_report, enter_step
from tirek.followup.international.services.reviews import enter_review

__all__ = [
    "amend_paragraph", "bring_document", "bring_paragraphs", "close_due", "end_contact_reader", "end_link", "end_reader", "enter_contact", "enter_due", "enter_paragraph", "enter_report", "enter_review", "enter_step",
    "link_earlier", "link_finding", "link_national", "mend_contact", "mend_due", "mend_report", "mend_review", "mend_step", "name_contact_reader", "name_reader", "remove_paragraph", "take_over_missions",
]  # fmt: skip
