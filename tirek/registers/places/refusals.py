"""What the register of places may refuse. Texts only; no rule and no table."""

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal


class NameMissing(Refusal):
    """A place without any name."""

    code = "place-name-missing"
    message = _("The place has no name. Write its name in at least one language.")


class ReasonMissing(Refusal):
    """An unofficial place needs to say how it became known."""

    code = "unofficial-reason-missing"
    message = _("An unofficial place needs a reason: write how it is known that someone was held there.")


class CoordinatesWrong(Refusal):
    """Half a pair of coordinates, or numbers that are on no map."""

    code = "coordinates-wrong"
    message = _("The coordinates are not a point on the map. Give latitude (-90 to 90) and longitude (-180 to 180), or leave both empty.")


class DatesReversed(Refusal):
    """The last day comes before the first."""

    code = "dates-reversed"
    message = _("The last day (%(until)s) is before the first day (%(since)s). Change one of them.")


class HistoryOverlaps(Refusal):
    """The new days would swallow, split or cross what is already written."""

    code = "history-overlaps"
    message = _("These days cover an earlier entry of the history (%(since)s – %(until)s). Give other days, so that the two do not cross.")


class PlaceChanged(Refusal):
    """Somebody else corrected the place first."""

    code = "place-changed"
    message = _("Somebody else has changed this while you were writing. Your text is still in the form: compare it with the new one and save again.")


class NothingNew(Refusal):
    """The change repeats what already holds."""

    code = "nothing-new"
    message = _("This is already so on that day. Nothing was changed.")


class SameRegion(Refusal):
    """Correcting the region to the one that it is."""

    code = "same-region"
    message = _("The place stands under this region already. Nothing was changed.")


class AlreadyClosed(Refusal):
    """Closing what is closed."""

    code = "already-closed"
    message = _("The place was not working on %(on)s, so it cannot be closed on that day.")


class AlreadyOpen(Refusal):
    """Opening what is open."""

    code = "already-open"
    message = _("The place was still working on %(on)s or later. Close it first, with its last day.")


class MergedAway(Refusal):
    """The place is a part of another since some day."""

    code = "merged-away"
    message = _("Since %(on)s the place “%(name)s” has been a part of another place. Enter the change at that place.")


class MergedWithItself(Refusal):
    """A place cannot become a part of itself."""

    code = "merged-with-itself"
    message = _("A place cannot become a part of itself. Choose the other place.")


class AlreadyCounted(Refusal):
    """Two counts on one day."""

    code = "already-counted"
    message = _("There is already a count of %(on)s. Say why it is replaced, or choose another day.")


class CountWrong(Refusal):
    """A count that cannot be."""

    code = "count-wrong"
    message = _("There are more minors (%(minors)s) than people in all (%(total)s). Minors are counted among the others: change one of them.")


class CountEmpty(Refusal):
    """A count without a figure."""

    code = "count-empty"
    message = _("The count has no figure. Give the capacity or at least one number of people.")


class DayAhead(Refusal):
    """Something that can only have happened lies in the future."""

    code = "day-ahead"
    message = _("The day %(on)s is still ahead. Enter it when it has come.")


class AlreadyTied(Refusal):
    """The tie to the event exists."""

    code = "already-tied"
    message = _("The place is already tied to this event.")


class EventUnknown(Refusal):
    """The country's pack has no such event."""

    code = "event-unknown"
    message = _("The country's list has no such event. Choose one of the list.")


class OutlineRefused(Refusal):
    """A file that is no outline of the country; each reason is a refusal of its own."""

    code = "outline-refused"
    message = _("The file cannot be read as GeoJSON. Save it as GeoJSON in UTF-8 and choose it again.")


class OutlineTooLarge(OutlineRefused):
    """More bytes or points than a page needs."""

    code = "outline-too-large"
    message = _("The outline is too large: at most 2 MB and 200,000 points. Simplify it in the program that it comes from and choose it again.")


class OutlineWithoutCollection(OutlineRefused):
    """Something else than a collection of features."""

    code = "outline-no-collection"
    message = _("The file is not a FeatureCollection of GeoJSON with at least one feature. Export it so and choose it again.")


class OutlineWithoutPolygon(OutlineRefused):
    """A feature that encloses nothing."""

    code = "outline-no-polygon"
    message = _("Feature %(where)s is not a closed Polygon or MultiPolygon. Leave it out, or close its rings, and choose the file again.")


class OutlineNotInDegrees(OutlineRefused):
    """Coordinates of a national grid."""

    code = "outline-not-degrees"
    message = _("Feature %(where)s is not in degrees of longitude and latitude (WGS 84). Export it in EPSG:4326 and choose it again.")


class OutlineOfOtherRegions(OutlineRefused):
    """A code that the pack does not know, or twice the same."""

    code = "outline-other-regions"
    message = _("The region code “%(what)s” is not in the country’s list, or stands twice. Correct it in the property “region”, or leave the property out.")


class NoOutline(Refusal):
    """There is none to take away."""

    code = "no-outline"
    message = _("The country has no outline. There is nothing to take away.")
