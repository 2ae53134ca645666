"""Reports: the list, a report with its text, passages, signatures and documents, and the visit's tab."""
