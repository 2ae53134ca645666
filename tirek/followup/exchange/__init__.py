"""What passes between the mechanism and an authority about a recommendation: that it was opened, replies as they are prepared and sent, more time, the talk about it.

It belongs to followup. It stands on recommendations and may not know letters, reports, international bodies or faces.
"""
