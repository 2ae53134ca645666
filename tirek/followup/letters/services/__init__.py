"""Writing letters: their register, what is read out of them, confirmations; decisions to take recommendations further; letters that the house writes."""

from tirek.followup.letters.services.escalating import mend_decision, take_further
from tirek.followup.letters.services.parts import add_parts, read_part, take_out_part
from tirek.followup.letters.services.receiving import acknowledge_as_body
from tirek.followup.letters.services.registering import NewLetter, acknowledge, mend_letter, note_opened, register_letter, take_out_letter
from tirek.followup.letters.services.writing import ask_again, make_paper, write_paper

__all__ = [
    "NewLetter", "acknowledge", "acknowledge_as_body", "add_parts", "ask_again", "make_paper", "mend_decision", "mend_letter", "note_opened", "read_part", "register_letter", "take_further", "take_out_letter", "take_out_part", "write_paper",
]  # fmt: skip
