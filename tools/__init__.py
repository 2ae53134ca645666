"""Tools for those who build the house; nothing here runs in a served instance."""
