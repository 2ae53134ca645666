"""Records: what the mechanism writes down of its own work: visits, interviews, checklists, complaints, footage.

It stands above registers and below followup. It may not know recommendations, reports or faces.
"""
