"""International bodies: their missions and reviews, reports with dated steps of confidentiality, recommendations by paragraph, what bears on them.

It belongs to followup. It knows the country's recommendations and findings below and may not know letters, reports of visits or faces.
"""
