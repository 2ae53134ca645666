"""Topics in public: questions on which sources say different things, each with its three lists and a sheet to print."""
