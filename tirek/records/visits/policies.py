"""What the state of a visit, and one's part in it, allow. Visibility stands in the models; states in the ground floor's tables."""

from tirek.ground.rules.actors import OFFICE, SYSTEM, VISITORS, Actor, Role
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.visit_states import BEGUN, VISIT
from tirek.records.visits.models import Finding, Visit
from tirek.records.visits.reach import Part, delegate_of, is_doctor, part_of
from tirek.records.visits.refusals import AlreadyReported, DoctorOnly, LeaderOnly, NotUnderWay, NotYetBegun, PreparationOver


def may_plan(by: Actor, country: str) -> bool:
    """Head, secretariat and group leaders put entries into the plan."""
    return by == SYSTEM or by.has(*OFFICE, Role.LEADER, country=country)


def check_may_plan(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_plan(by, country):
        raise NotAllowed


def may_approve(by: Actor, country: str) -> bool:
    """The head and the secretariat approve."""
    return by == SYSTEM or by.has(*OFFICE, country=country)


def check_may_approve(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_approve(by, country):
        raise NotAllowed


def check_may_prepare(visit: Visit, by: Actor) -> None:
    """Raises NotAllowed unless the actor prepares this visit."""
    if not part_of(visit, by).prepares:
        raise NotAllowed


def may_name_organisers(mine: Part, country: str, by: Actor) -> bool:
    """Who lets further people know of a visit: its leader, and a head who organises it. Another organiser was told, and passes it on to nobody."""
    return mine.leads or (mine.organises and by.has(Role.HEAD, country=country))


def check_may_name_organisers(visit: Visit, by: Actor) -> None:
    """Raises NotAllowed."""
    if not may_name_organisers(part_of(visit, by), visit.country, by):
        raise NotAllowed


def check_may_lead(visit: Visit, by: Actor) -> None:
    """Raises LeaderOnly unless the actor leads the delegation."""
    if not part_of(visit, by).leads:
        raise LeaderOnly


def may_correct_beginning(mine: Part) -> bool:
    """Who corrects when a visit began: its leader, and those who organise it."""
    return mine.leads or mine.organises


def check_may_correct_beginning(visit: Visit, by: Actor) -> None:
    """Raises NotAllowed, NotYetBegun, AlreadyReported."""
    if not may_correct_beginning(part_of(visit, by)):
        raise NotAllowed
    check_state_records(visit.state)


def check_time_of(verb: str, state: str) -> None:
    """Whether the state of a visit lets it be begun, ended, or its organisers be named; says why not. Raises PreparationOver, NotUnderWay."""
    if not VISIT.allows(state, verb):
        raise NotUnderWay if verb == "end" else PreparationOver


def check_may_record(visit: Visit, by: Actor) -> None:
    """What was seen is written by those who were there, once the visit has begun and until the report is issued."""
    if not part_of(visit, by).records:
        raise NotAllowed
    check_state_records(visit.state)


def check_state_records(state: str) -> None:
    """Whether what was seen can be written in this state of a visit. Raises NotYetBegun, AlreadyReported."""
    if state not in BEGUN:
        raise NotYetBegun
    if state == "reported":
        raise AlreadyReported


def check_may_enter(visit: Visit, by: Actor) -> None:
    """How a visit went (access, meetings, the talk, urgent measures) is written as what was seen, and again while its report is corrected."""
    if not part_of(visit, by).records:
        raise NotAllowed
    check_state_enters(visit.state, visit.in_correction)


def check_state_enters(state: str, in_correction: bool) -> None:
    """Whether how a visit went can be written now. Raises NotYetBegun, AlreadyReported."""
    if not in_correction:
        check_state_records(state)


def may_word(visit: Visit, by: Actor) -> bool:
    """Whether medical findings are in the actor's hands: the doctor of the delegation."""
    return by == SYSTEM or is_doctor(visit, by)


def check_wording(finding: Finding, visit: Visit, by: Actor) -> None:
    """Whether the actor may change what stands in a finding: in a medical one only the doctor. Raises DoctorOnly."""
    if finding.medical and not may_word(visit, by):
        raise DoctorOnly


def may_take_back(finding: Finding, visit: Visit, by: Actor) -> bool:
    """A medical finding is taken back by the doctor, and by whoever entered it while nothing has been changed in it since."""
    return not finding.medical or may_word(visit, by) or (finding.author == by.id and finding.revision == 1)


def may_bring_back(finding: Finding, visit: Visit, by: Actor) -> bool:
    """What was taken back is brought back by who took it, and by the leader; a medical one by those alone who may take it back."""
    mine = part_of(visit, by).leads or (bool(by.id) and finding.taken_back_by == by.id)
    return mine and may_take_back(finding, visit, by)


def sees_people(country: str, member_id: object, by: Actor) -> bool:
    """Whether warnings about the team and names of those who acted are for this reader of a visit: delegation, office, those who visit."""
    return member_id is not None or by == SYSTEM or by.has(*OFFICE, *VISITORS, country=country)


def reads_from_outside(visit: Visit, by: Actor) -> bool:
    """Whether the reader of findings was not there, between the gate and the issue of the report: such a reading has a purpose and is recorded.

    Before the gate there is nothing to read, and an entry that somebody read would tell of a hidden visit.
    """
    return by != SYSTEM and visit.state in BEGUN and visit.state != "reported" and delegate_of(visit, by) is None


def check_may_answer(visit: Visit, by: Actor) -> None:
    """What an authority did about an urgent measure is noted at any time after the gate, also when the report is issued."""
    if not part_of(visit, by).records:
        raise NotAllowed
    if visit.state not in BEGUN:
        raise NotYetBegun


def enters_in(state: str, in_correction: bool) -> bool:
    """Whether `check_state_enters` would pass."""
    return in_correction or records_in(state)


def records_in(state: str) -> bool:
    """Whether `check_state_records` would pass."""
    return state in BEGUN and not VISIT.is_final(state)
