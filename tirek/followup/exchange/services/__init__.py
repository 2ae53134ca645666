"""Writing in the exchange with authorities: opening, preparing, sending and returning replies, more time, messages. It knows no page, and answers only through recommendations."""

from tirek.followup.exchange.services.bringing import RowOutcome, bring_sheet
from tirek.followup.exchange.services.opening import open_as_body
from tirek.followup.exchange.services.passing import pass_on
from tirek.followup.exchange.services.replies import Plan, Prepared, drop_reply, hand_in, prepare_reply, return_reply, send_reply
from tirek.followup.exchange.services.sticks import Covering, Tried, bring_stick, enter_stick, try_stick
from tirek.followup.exchange.services.talking import say, tell_verification
from tirek.followup.exchange.services.time import ask_time, decide_time

__all__ = [
    "Covering",
    "Plan",
    "Prepared",
    "RowOutcome",
    "Tried",
    "ask_time",
    "bring_sheet",
    "bring_stick",
    "decide_time",
    "drop_reply",
    "enter_stick",
    "hand_in",
    "open_as_body",
    "pass_on",
    "prepare_reply",
    "return_reply",
    "say",
    "send_reply",
    "tell_verification",
    "try_stick",
]
