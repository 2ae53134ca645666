"""Pages of international bodies: missions and reviews, reports with their dated steps, recommendations by paragraph, threads over years."""
