"""Composing: a report as the values that its documents print, made from what was gathered. Pure but for the packs' names of things.

It knows no table; signatures, opinions, number and checkpoint come in when the report is issued (see `finished` in issuing).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from django.contrib.staticfiles import finders

from tirek.foundation.jurisdictions import queries as packs
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.reports.counting import PHRASES, Counts, row, said
from tirek.insight.reports.documents import model
from tirek.insight.reports.gathering import Gathered
from tirek.insight.reports.written import as_written
from tirek.records.visits.queries import AccessFacts, FindingFacts, MeasureFacts, MeetingFacts, PromiseFacts, TalkFacts


def composed(
    gathered: Gathered, *, summary: Words, changes: Words, version: int, stamp: datetime, on: date
) -> model.ReportDocument:
    """The body of a report: everything but number, signatures, opinions and checkpoint. `on` is the day whose names and terms hold."""
    return _Composer(gathered, on).body(summary, changes, version, stamp)


@dataclass(slots=True)
class _Composer:
    seen: Gathered
    on: date
    counts: Counts = field(default_factory=Counts)

    @property
    def country(self) -> str:
        return self.seen.visit.country

    def body(self, summary: Words, changes: Words, version: int, stamp: datetime) -> model.ReportDocument:
        overview, bars = self._overview(), self._bars()
        refusals, measures, proposed = self._refusals(), self._measures(), self._recommendations()  # numbered in the order they are printed
        return model.ReportDocument(
            jurisdiction=packs.country_name(self.country), mechanism=mechanism_name(self.country, self.on),
            title=self.seen.visit.place_name, stamp=stamp, place=self._place(), visit=self._visit(),
            languages=packs.report_languages(self.country)[:2], version=str(version), changes=changes, summary=summary,
            emblem=emblem(), overview=overview, chart=self._chart(bars), sections=self._sections(), good_practices=self._practices(),
            urgent_measures=measures, entitlements=self._entitlements(), refusals=refusals, meetings=self._meetings(),
            closing_talk=self._talk(self.seen.talk), recommendations=proposed, demonstration=self.seen.visit.demonstration,
            numbers=tuple(self.counts.numbers),
        )  # fmt: skip

    def written(self, about: UUID, part: str, text: str) -> Words:
        """A text of a record that was written once, in its language."""
        return as_written(self.seen.translated.get((about, part)), text, packs.report_languages(self.country))

    # The visit

    def _place(self) -> model.PlaceLine:
        visit = self.seen.visit
        body = packs.authority(self.country, visit.authority_code, visit.starts_on).name if visit.authority_code else model.NOTHING
        region = packs.region(self.country, visit.region).name if visit.region else model.NOTHING
        return model.PlaceLine(visit.place_name, packs.place_kind(self.country, visit.place_kind).name, region, body)

    def _visit(self) -> model.VisitLine:
        visit = self.seen.visit
        began = packs.today(self.country, visit.begun_at) if visit.begun_at else visit.starts_on
        ended = packs.today(self.country, visit.ended_at) if visit.ended_at else visit.ends_on
        professions = {each.code: each.name for each in packs.professions()}
        team = tuple(
            model.Delegate(PHRASES.words(f"role_{each.role}"), professions.get(each.profession, model.NOTHING)) for each in visit.delegation
        )
        return model.VisitLine(visit.joint_with_spt, began, max(began, ended), team)

    # Numbers

    def _found(self) -> tuple[FindingFacts, ...]:
        return tuple(each for each in self.seen.findings if not each.good_practice)

    def _overview(self) -> tuple[model.Fact, ...]:
        found, count = self._found(), self.counts.of_rows
        facts = [("findings", count("findings", "findings", PHRASES.words("query_findings"), finding_rows(found)))]
        for degree in ("critical", "serious"):
            those = finding_rows(each for each in found if each.seriousness == degree)
            facts.append((degree, count(degree, "findings", said("query_seriousness", degree=PHRASES.words(f"serious_{degree}")), those)))
        good = finding_rows(each for each in self.seen.findings if each.good_practice)
        hindered = tuple(row("access", each.id) for each in self.seen.access if each.outcome != "granted")
        facts += [
            ("practices", count("practices", "practices", PHRASES.words("query_practices"), good)),
            ("recommendations", count("recommendations", "recommendations", PHRASES.words("query_recommendations"), self._proposed_rows())),
            ("hindered", count("hindered", "entitlements", PHRASES.words("query_hindered"), hindered)),
            ("measures", count("measures", "measures", PHRASES.words("query_measures"), measure_rows(self.seen.measures))),
        ]
        return tuple(model.Fact(PHRASES.words(f"label_{name}"), number) for name, number in facts)

    def _bars(self) -> tuple[model.Fact, ...]:
        bars = []
        for area in packs.areas():
            those = finding_rows(each for each in self._found() if each.area == area.code)
            if those:
                number = self.counts.of_rows(f"area-{area.code}", "findings", said("query_area", area=area.name), those)
                bars.append(model.Fact(titled(area.name), number))
        return tuple(bars)

    def _chart(self, bars: tuple[model.Fact, ...]) -> model.Chart | None:
        if not bars:
            return None
        values = {each.id: str(each.value) for each in self.counts.numbers}

        def alternative(code: str) -> str:
            each = (PHRASES.say("chart_bar", code).format(area=bar.label.best(code), count=values[bar.number]) for bar in bars)
            return PHRASES.say("chart_alternative", code).format(bars="; ".join(each))

        return model.Chart(PHRASES.words("chart_title"), Words.of({code: alternative(code) for code in LANGUAGES}), bars)

    # What was seen

    def _sections(self) -> tuple[model.Section, ...]:
        made = []
        for area in packs.areas():
            those = tuple(self._paragraph(each) for each in self._found() if each.area == area.code)
            if those:
                made.append(model.Section(titled(area.name), those))
        return tuple(made)

    def _practices(self) -> tuple[model.Paragraph, ...]:
        areas = {each.code: each.name for each in packs.areas()}
        return tuple(self._paragraph(each, areas.get(each.area, model.NOTHING)) for each in self.seen.findings if each.good_practice)

    def _paragraph(self, found: FindingFacts, area: Words = model.NOTHING) -> model.Paragraph:
        """A finding as a numbered paragraph. The area is said where the section does not say it."""
        seriousness = PHRASES.words(f"serious_{found.seriousness}") if found.seriousness else model.NOTHING
        return model.Paragraph(
            found.text, row("finding", found.id), area, seriousness, tuple(standard_label(self.country, code) for code in found.standards),
            tuple(PHRASES.words(f"source_{code}") for code in found.sources), self.written(found.id, "single_source_reason", found.single_source_reason),
        )  # fmt: skip

    def _entitlements(self) -> tuple[model.Entitlement, ...]:
        granted = {each.entitlement: each.outcome == "granted" for each in self.seen.access}
        outcomes = {each.entitlement: outcome_of(each) for each in self.seen.access}
        return tuple(
            model.Entitlement(each.name, each.article, granted.get(each.code), outcomes.get(each.code, "")) for each in packs.entitlements()
        )

    def _refusals(self) -> tuple[model.RefusedAccess, ...]:
        names = {each.code: each.name for each in packs.entitlements()}
        return tuple(self._refusal(each, names[each.entitlement]) for each in self.seen.access if each.outcome != "granted")

    def _refusal(self, each: AccessFacts, name: Words) -> model.RefusedAccess:
        about = row("access", each.id)
        minutes = self.counts.read(f"minutes-{each.id}", each.minutes, "minutes", (about,)) if each.minutes else ""
        office, ground = self.written(each.id, "by_whom", each.by_whom), self.written(each.id, "ground", each.ground)
        return model.RefusedAccess(titled(name), about, office, ground, minutes, outcome_of(each))

    def _measures(self) -> tuple[model.UrgentMeasure, ...]:
        return tuple(self._measure(each, each.sent_at) for each in self.seen.measures if each.sent_at)

    def _measure(self, each: MeasureFacts, sent_at: datetime) -> model.UrgentMeasure:
        about = row("measure", each.id)
        hours = self.counts.read(f"hours-{each.id}", each.limit_hours, "hours", (about,))
        body = packs.authority(self.country, each.authority, packs.today(self.country, sent_at)).name
        return model.UrgentMeasure(
            each.what, about, body, packs.local(self.country, sent_at), hours, self.written(each.id, "answer", each.answer),
            packs.local(self.country, each.observed_at), packs.local(self.country, each.answered_at) if each.answered_at else None,
        )  # fmt: skip

    def _meetings(self) -> tuple[model.Meeting, ...]:
        return tuple(self._meeting(each) for each in self.seen.meetings)

    def _meeting(self, held: MeetingFacts) -> model.Meeting:
        """Without a note it says only that it took place."""
        subject = self.written(held.id, "note", held.note) or PHRASES.words("meeting_held")
        return model.Meeting(PHRASES.words(f"with_{held.with_whom}"), subject, held.held_on, row("meeting", held.id))

    def _talk(self, talk: TalkFacts | None) -> model.ClosingTalk | None:
        if talk is None:
            return None
        partner, note = self.written(talk.id, "with_whom", talk.with_whom), self.written(talk.id, "note", talk.note)
        instead = model.NOTHING if talk.promises else PHRASES.words("talk_held")
        return model.ClosingTalk(partner, instead, talk.held_on, row("talk", talk.id), tuple(map(self._promise, talk.promises)), note)

    def _promise(self, each: PromiseFacts) -> model.Promise:
        return model.Promise(self.written(each.id, "what", each.what), self.written(each.id, "by_whom", each.by_whom), each.until)

    # What is recommended

    def _proposed_rows(self) -> tuple[str, ...]:
        return tuple(row("recommendation", each.id) for each in self.seen.recommendations)

    def _recommendations(self) -> tuple[model.RecommendationLine, ...]:
        term = packs.term(self.country, "answer", self.on)
        days = ""
        if self.seen.recommendations and term.unit in ("calendar_days", "working_days"):
            days = self.counts.read("days", term.amount, "days", self._proposed_rows())
        return tuple(
            model.RecommendationLine(
                number=each.number or str(self.seen.closed + place), text=each.text, row=row("recommendation", each.id),
                addressee=packs.authority(self.country, each.addressee, self.on).name, priority=PHRASES.words(f"priority_{each.priority}"),
                days=days, working_days=term.unit == "working_days", due=each.due_on,
                findings=tuple(row("finding", one) for one in each.findings), indicator=each.indicator,
                earlier=tuple(model.EarlierWording(str(one.report_version), one.issued_on, one.text, one.indicator) for one in each.earlier),
            )
            for place, each in enumerate(self.seen.recommendations, start=1)
        )  # fmt: skip


@cache
def emblem() -> model.Emblem:
    """The emblem that stands on the house's pages."""
    found = finders.find("ui/emblem.svg")
    assert isinstance(found, str)
    return model.Emblem(Path(found).read_bytes(), "svg", PHRASES.words("emblem"))


def mechanism_name(country: str, on: date) -> Words:
    """The mechanism on that day, else the newest, else nothing."""
    known = packs.mechanism(country, on) or next(reversed(packs.mechanisms(country)), None)
    return known.name if known else model.NOTHING


def titled(name: Words) -> Words:
    """A name of the packs as a title: its first letter large."""
    return Words.of({code: text[:1].upper() + text[1:] for code, text in name.texts})


def finding_rows(found: Iterable[FindingFacts]) -> tuple[str, ...]:
    """The rows of findings."""
    return tuple(row("finding", each.id) for each in found)


def measure_rows(found: Iterable[MeasureFacts]) -> tuple[str, ...]:
    """The rows of urgent measures."""
    return tuple(row("measure", each.id) for each in found)


def standard_label(country: str, code: str) -> Words:
    """A standard as it is cited: its instrument's short name and the number."""
    known = packs.standard(country, code)
    instrument = packs.instrument_of(country, known)
    return Words.of({language: f"{instrument.short.best(language)} {packs.number_in(known, language)}" for language in LANGUAGES})


def outcome_of(each: AccessFacts) -> str:
    """How an entitlement was honoured: what others have to keep is not refused, but violated."""
    kept = {one.code for one in packs.entitlements() if one.answers == "kept"}
    return "violated" if each.outcome == "refused" and each.entitlement in kept else each.outcome
