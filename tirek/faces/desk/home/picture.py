"""The one chart of the desk's home: recommendations in force by what the mechanism verified. It ranks nobody and crosses no axes."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.home.things import Asked
from tirek.faces.frame.answers.words import VERIFICATIONS
from tirek.followup.recommendations.queries import tally
from tirek.foundation.ui.charts import Picture, draw
from tirek.foundation.ui.formats import listed, number
from tirek.foundation.ui.pieces import Column


def verified(asked: Asked) -> Picture | None:
    """How many recommendations stand at each outcome, in one colour; None while there is none. Cost: 1 query."""
    found = tally(by=asked.by, country=asked.country)
    if not found.total:
        return None
    counted = dict(found.by_verification)
    rows = [(str(word), counted.get(code, 0)) for code, (word, _shape) in VERIFICATIONS.items()]
    outcome, how_many = _("What the mechanism verified"), _("Recommendations")
    spec = {
        "height": {"step": 34},
        "data": {"values": [{"what": word, "n": count} for word, count in rows]},
        "encoding": {"y": {"field": "what", "type": "nominal", "title": None, "sort": None}, "x": {"field": "n", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "format": "d"}}},
        "layer": [{"mark": {"type": "bar"}}, {"mark": {"type": "text", "align": "left", "dx": 6}, "encoding": {"text": {"field": "n", "type": "quantitative"}}}],
    }
    parts = listed(_("%(word)s: %(count)s") % {"word": word, "count": number(count)} for word, count in rows)
    sentence = ngettext("Of %(total)s recommendation in force: %(parts)s.", "Of %(total)s recommendations in force: %(parts)s.", found.total)
    return draw(
        spec,
        title=_("Recommendations in force, by what the mechanism verified"),
        alt=sentence % {"total": number(found.total), "parts": parts},
        columns=[Column(outcome), Column(how_many, numeric=True)],
        rows=rows,
    )
