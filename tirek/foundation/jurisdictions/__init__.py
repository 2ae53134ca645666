"""Jurisdictions: what differs from country to country, as dated, sourced, validated packs of YAML.

Belongs to the foundation: authorities and their succession, kinds of place and visit, time limits, calendars, terms, facts.
It knows no database, no person of the mechanism, no place and no visit.
"""
