"""The plan: what is to be visited when, by month, and how the year stands."""
