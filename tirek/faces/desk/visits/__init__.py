"""Visits: the list, and a visit's tabs from its preparation to its history. Other rooms hang their tabs into `frame.visit_frame`."""
