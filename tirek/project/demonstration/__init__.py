"""The demonstration: invented people, places and a year of work in Lumeria. It calls services as its people would."""
