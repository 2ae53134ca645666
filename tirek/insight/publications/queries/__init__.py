"""What may be asked of publications: editions, newest first, and what stands beside them. All of it is public; nothing is cut."""

from tirek.insight.publications.passages import facts_left
from tirek.insight.publications.queries.bodies import Bodies, BodiesEdition, bodies_edition
from tirek.insight.publications.queries.comparing import ShownComparison, ShownPair, compared
from tirek.insight.publications.queries.documents import DocumentEdition, document_edition
from tirek.insight.publications.queries.editions import Frozen, Version, edition, newest_of
from tirek.insight.publications.queries.indexes import ShownIndex, ShownItem, index_items, weighed
from tirek.insight.publications.queries.lists import KINDS, Line, each_whole, keys_of, listed, stamp
from tirek.insight.publications.queries.pictures import Document, Drawer, Figure, Picture, Section, drawer, picture
from tirek.insight.publications.queries.printed import PrintedFigure, printed_figures
from tirek.insight.publications.queries.profiles import ShownLine, ShownProfile, ShownValue, profile, profile_in, profile_years
from tirek.insight.publications.queries.replies import Voices, replied, replies_to
from tirek.insight.publications.queries.reports import PublishedReport, ReportEdition, published_reports, report_edition, reports_in_order
from tirek.insight.publications.queries.series import ShownSeries, series, series_published
from tirek.insight.publications.queries.topics import Question, TopicEdition, published_topics, topic_edition

__all__ = [
    "KINDS",
    "Bodies",
    "BodiesEdition",
    "Document",
    "DocumentEdition",
    "Drawer",
    "Figure",
    "Frozen",
    "Line",
    "Picture",
    "PrintedFigure",
    "PublishedReport",
    "Question",
    "ReportEdition",
    "Section",
    "ShownComparison",
    "ShownIndex",
    "ShownItem",
    "ShownLine",
    "ShownPair",
    "ShownProfile",
    "ShownSeries",
    "ShownValue",
    "TopicEdition",
    "Version",
    "Voices",
    "bodies_edition",
    "compared",
    "document_edition",
    "drawer",
    "each_whole",
    "edition",
    "facts_left",
    "index_items",
    "keys_of",
    "listed",
    "newest_of",
    "picture",
    "printed_figures",
    "profile",
    "profile_in",
    "profile_years",
    "published_reports",
    "published_topics",
    "replied",
    "replies_to",
    "report_edition",
    "reports_in_order",
    "series",
    "series_published",
    "stamp",
    "topic_edition",
    "weighed",
]  # fmt: skip
