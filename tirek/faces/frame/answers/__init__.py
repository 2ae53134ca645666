"""Recommendations, answers and letters in words and files, the same for the mechanism and for bodies. It decides nothing."""
