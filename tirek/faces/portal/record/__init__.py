"""The sourced record in public: mechanisms and their history, international missions."""
